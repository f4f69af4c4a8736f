import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { DomainEvent } from '../events/event-kinds.js';
import { OnEvent } from '../events/handlers.js';
import type { Delivery } from '../events/handlers.js';
import type { Role } from '../kernel/actor.js';
import { INBOX_KINDS } from './domain/webhook-kinds.js';
import type { InboxKind } from './domain/webhook-kinds.js';
import { EventFactsReader } from './event-facts.reader.js';
import { InboxWriter } from './inbox.writer.js';

const TOOL_OWNERS = statement<{ id: string }>(
  'inbox.tool-owners',
  'SELECT DISTINCT owner_id AS id FROM tool WHERE id = ANY($1::uuid[]) AND retired_at IS NULL',
);
const SWAP_PARTIES = statement<{ id: string }>(
  'inbox.swap-parties',
  `SELECT tool.owner_id AS id FROM tool WHERE tool.id = $2
   UNION SELECT requested_by FROM swap_request WHERE id = $1
   UNION SELECT implementer_id FROM swap_request WHERE id = $1 AND implementer_id IS NOT NULL
   UNION SELECT id FROM person WHERE active AND $3::text = ANY (roles)`,
);
/** And the tool's owner, where somebody else asks for them. */
const SWAP_APPROVERS = statement<{ id: string }>(
  'inbox.swap-approvers',
  `SELECT id FROM person WHERE active AND roles && '{MANAGER,VALIDATOR}'
     AND NOT EXISTS (SELECT FROM swap_request WHERE swap_request.id = $1 AND person.id = ANY (contributors))
   UNION SELECT tool.owner_id FROM swap_request r JOIN tool ON tool.id = r.tool_id
     WHERE r.id = $1 AND tool.owner_id <> ALL (r.contributors)`,
);
const SWAP_REVIEWERS = statement<{ id: string }>(
  'inbox.swap-reviewers',
  `SELECT person.id FROM person JOIN swap_request r ON r.id = $1 AND r.change_type = 'EMERGENCY'
   WHERE active AND 'MANAGER' = ANY (roles) AND person.id <> ALL (r.contributors)
     AND person.id IS DISTINCT FROM r.implementer_id`,
);
const MODEL_USERS = statement<{ id: string }>(
  'inbox.model-users',
  `SELECT DISTINCT tool.owner_id AS id
   FROM assignment JOIN tool ON tool.id = assignment.tool_id
   WHERE assignment.model_id = $1 AND assignment.valid_to IS NULL AND tool.retired_at IS NULL
   UNION SELECT steward_id FROM model WHERE id = $1`,
);
const ROLE_HOLDERS = statement<{ id: string }>(
  'inbox.role-holders',
  'SELECT id FROM person WHERE active AND roles && $1::text[]',
);

interface SwapIds {
  readonly swapRequestId: string;
  readonly toolId: string;
}

/** Tells the people whom an event concerns. */
@Injectable()
export class InboxHandler {
  constructor(
    private readonly database: Database,
    private readonly facts: EventFactsReader,
    private readonly inbox: InboxWriter,
  ) {}

  @OnEvent(INBOX_KINDS)
  async deliver(event: DomainEvent<InboxKind>, { id: eventId }: Delivery): Promise<void> {
    const people = await this.concerned(event);
    if (people.length === 0) return;
    const { title, link, data } = await this.facts.of(event);
    await this.database.transaction(async (tx) => {
      for (const { id } of people)
        await this.inbox.tell(tx, id, { eventId, kind: event.kind, title, link, detail: data });
    });
  }

  private concerned(event: DomainEvent<InboxKind>): Promise<{ id: string }[]> {
    switch (event.kind) {
      case 'flag.raised':
        return this.database.read(TOOL_OWNERS, [event.toolIds]);
      case 'swap.submitted':
        return this.database.read(SWAP_APPROVERS, [event.swapRequestId]);
      case 'swap.approved':
        return this.parties(event, 'PLATFORM_ENGINEER');
      case 'swap.changes-requested':
      case 'swap.rejected':
      case 'swap.scheduled':
      case 'swap.completed':
      case 'swap.rolled-back':
      case 'swap.cancelled':
      case 'swap.expired':
        return this.parties(event, null);
      case 'swap.base-moved':
        return this.partiesAnd(SWAP_APPROVERS, event);
      case 'swap.moved':
      case 'swap.review-overdue':
        return this.partiesAnd(SWAP_REVIEWERS, event);
      case 'policy.changed':
      case 'lock-in.limit-breached':
        return this.holders('MANAGER');
      case 'feed.stale':
        return this.holders('PLATFORM_ENGINEER');
      case 'model.support-ending':
        return this.database.read(MODEL_USERS, [event.modelId]);
    }
  }

  private holders(...roles: readonly Role[]): Promise<{ id: string }[]> {
    return this.database.read(ROLE_HOLDERS, [roles]);
  }

  private async partiesAnd(deciders: typeof SWAP_APPROVERS, event: SwapIds): Promise<{ id: string }[]> {
    const found = await this.database.read(deciders, [event.swapRequestId]);
    return [...(await this.parties(event, null)), ...found];
  }

  /** The tool's owner, the requester, the implementer, and whoever has to go on with it. */
  private parties({ swapRequestId, toolId }: SwapIds, next: Role | null): Promise<{ id: string }[]> {
    return this.database.read(SWAP_PARTIES, [swapRequestId, toolId, next]);
  }
}
