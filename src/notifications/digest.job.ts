import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Events } from '../events/events.writer.js';
import { Job } from '../events/handlers.js';
import type { Delivery } from '../events/handlers.js';
import { Clock } from '../kernel/clock.js';
import { OWNER_CONFIRMS_EVERY_DAYS } from '../portfolio/domain/vocabulary.js';
import { awaitsDecision } from '../swaps/swap-awaiting.sql.js';
import { InboxWriter } from './inbox.writer.js';

interface DigestRow {
  readonly personId: string;
  readonly openFlags: readonly { id: string; title: string; severity: string; tool: string }[];
  readonly approvalsWaiting: readonly { id: string; tool: string; submittedAt: string }[];
  readonly confirmationsDue: readonly { id: string; name: string; confirmedAt: string | null }[];
  readonly supportEnding: readonly { model: string; retirementDate: string; tool: string }[];
}

const APPROVER = { id: 'approver.id', teams: 'approver.teams', roles: 'approver.roles' };

/** One row per person who has anything to do: owners for their own tools, approvers for requests that are not theirs. */
const DIGESTS = statement<DigestRow>(
  'digest.rows',
  `WITH owned AS (SELECT id, name, owner_id, owner_confirmed_at FROM tool WHERE retired_at IS NULL),
   flags AS (
     SELECT owned.owner_id, json_agg(json_build_object('id', flag.id, 'title', flag.title, 'severity', flag.severity,
       'tool', owned.name) ORDER BY flag.rank, owned.name) AS rows
     FROM flag_finding row JOIN replacement_flag flag ON flag.id = row.flag_id JOIN owned ON owned.id = row.tool_id
     WHERE row.active AND row.analysis_state IN ('OPEN', 'IN_TRIAGE') GROUP BY owned.owner_id),
   approvals AS (
     SELECT approver.id AS owner_id, json_agg(json_build_object('id', r.id, 'tool', t.name,
       'submittedAt', r.submitted_at) ORDER BY r.submitted_at, r.id) AS rows
     FROM swap_request r JOIN tool t ON t.id = r.tool_id
     JOIN person approver ON approver.active AND ${awaitsDecision(APPROVER)}
     WHERE r.state IN ('SUBMITTED', 'UNDER_ASSESSMENT', 'IN_REVIEW')
     GROUP BY approver.id),
   confirmations AS (
     SELECT owner_id, json_agg(json_build_object('id', id, 'name', name, 'confirmedAt', owner_confirmed_at) ORDER BY name) AS rows
     FROM owned WHERE owner_confirmed_at IS NULL OR owner_confirmed_at < $1::timestamptz - make_interval(days => $2)
     GROUP BY owner_id),
   endings AS (
     SELECT owned.owner_id, json_agg(json_build_object('model', model.name, 'retirementDate', release.support_end ->> 'date',
       'tool', owned.name) ORDER BY release.support_end ->> 'date', owned.name) AS rows
     FROM owned JOIN assignment ON assignment.tool_id = owned.id AND assignment.valid_to IS NULL
     JOIN model ON model.id = assignment.model_id JOIN release ON release.id = model.release_id
     WHERE release.support_end ->> 'statedBy' IN ('VENDOR', 'OWN_ENDPOINT')
       AND (release.support_end ->> 'date')::date BETWEEN $1::date AND $1::date + 90 GROUP BY owned.owner_id)
   SELECT person.id AS "personId", coalesce(flags.rows, '[]') AS "openFlags", coalesce(approvals.rows, '[]') AS "approvalsWaiting",
     coalesce(confirmations.rows, '[]') AS "confirmationsDue", coalesce(endings.rows, '[]') AS "supportEnding"
   FROM person LEFT JOIN flags ON flags.owner_id = person.id LEFT JOIN confirmations ON confirmations.owner_id = person.id
   LEFT JOIN endings ON endings.owner_id = person.id LEFT JOIN approvals ON approvals.owner_id = person.id
   WHERE person.active AND coalesce(flags.owner_id, approvals.owner_id, confirmations.owner_id, endings.owner_id) IS NOT NULL
   ORDER BY person.id`,
);

/** Every Monday morning: what waits for each person, in the inbox and as an event. */
@Injectable()
export class DigestJob {
  constructor(
    private readonly database: Database,
    private readonly inbox: InboxWriter,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  @Job('digest.weekly', { cron: '0 6 * * 1' })
  async send(_data: unknown, { id: eventId }: Delivery): Promise<void> {
    const rows = await this.database.read(DIGESTS, [this.clock.now(), OWNER_CONFIRMS_EVERY_DAYS]);
    for (const { personId, ...detail } of rows)
      await this.database.transaction(async (tx) => {
        const notice = { eventId, kind: 'digest.ready', title: titleOf(detail), link: '/notifications', detail };
        const notificationId = await this.inbox.tell(tx, personId, notice);
        if (notificationId !== undefined)
          await this.events.publish(tx, { kind: 'digest.ready', personId, notificationId });
      });
  }
}

function titleOf({
  openFlags,
  approvalsWaiting,
  confirmationsDue,
  supportEnding,
}: Omit<DigestRow, 'personId'>): string {
  const parts = [
    counted(openFlags.length, 'open flag'),
    counted(approvalsWaiting.length, 'approval waiting', 'approvals waiting'),
    counted(confirmationsDue.length, 'confirmation due', 'confirmations due'),
    counted(supportEnding.length, 'end of support ahead', 'ends of support ahead'),
  ];
  return `Your week: ${parts.filter((part) => part !== '').join(', ')}`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
