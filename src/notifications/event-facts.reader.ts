import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { DomainEvent } from '../events/event-kinds.js';
import type { WebhookKind } from './domain/webhook-kinds.js';

/** An event in words, with what a receiver may want to filter by. */
export interface EventFacts {
  readonly title: string;
  /** Path in the console. */
  readonly link: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

interface FlagFacts {
  readonly title: string;
  readonly reasons: readonly string[];
  readonly severity: string;
  readonly confidence: string;
  readonly model: string;
  readonly candidate: string | null;
}

const FLAG = statement<FlagFacts>(
  'facts.flag',
  `SELECT flag.title, flag.reasons, flag.severity, flag.confidence, model.name AS model, release.key AS candidate
   FROM replacement_flag flag JOIN model ON model.id = flag.model_id
   LEFT JOIN release ON release.id = flag.candidate_release_id
   WHERE flag.id = $1`,
);
const MODEL = statement<{ name: string }>('facts.model', 'SELECT name FROM model WHERE id = $1');
const TOOLS = statement<{ name: string; ownerTeam: string }>(
  'facts.tools',
  'SELECT name, owner_team AS "ownerTeam" FROM tool WHERE id = ANY($1::uuid[]) ORDER BY name',
);

interface SwapFacts {
  readonly changeType: string;
  readonly failOver: boolean;
  readonly from: string | null;
  readonly to: string;
}

const SWAP = statement<SwapFacts>(
  'facts.swap',
  `SELECT r.change_type AS "changeType", r.fail_over AS "failOver", f.name AS "from", t.key AS "to"
   FROM swap_request r JOIN release t ON t.id = r.to_release_id LEFT JOIN model f ON f.id = r.from_model_id WHERE r.id = $1`,
);

const SWAP_VERBS = {
  'swap.submitted': 'was submitted',
  'swap.changes-requested': 'needs changes',
  'swap.approved': 'was approved',
  'swap.rejected': 'was rejected',
  'swap.scheduled': 'is scheduled',
  'swap.moved': 'has moved its tool to the new model',
  'swap.review-overdue': 'waits for its review for longer than five working days',
  'swap.completed': 'is completed',
  'swap.rolled-back': 'was rolled back',
  'swap.cancelled': 'was cancelled',
  'swap.expired': 'has expired',
  'swap.base-moved': 'stands on another model now: its approvals are void',
} as const;
type SwapKind = keyof typeof SWAP_VERBS;

@Injectable()
export class EventFactsReader {
  constructor(private readonly database: Database) {}

  /** Returns the event in words; a record that is gone by now leaves its words out. */
  async of(event: DomainEvent<WebhookKind>): Promise<EventFacts> {
    const { kind, ...payload } = event;
    const { title, link, more } = await this.words(event);
    return { title, link, data: { ...payload, title, ...more } };
  }

  private async words(event: DomainEvent<WebhookKind>): Promise<{ title: string; link: string | null; more?: object }> {
    switch (event.kind) {
      case 'flag.raised':
      case 'flag.resolved':
        return this.flag(event);
      case 'swap.submitted':
      case 'swap.changes-requested':
      case 'swap.approved':
      case 'swap.rejected':
      case 'swap.scheduled':
      case 'swap.moved':
      case 'swap.review-overdue':
      case 'swap.completed':
      case 'swap.rolled-back':
      case 'swap.cancelled':
      case 'swap.expired':
      case 'swap.base-moved':
        return this.swap(event);
      case 'release.recorded':
        return { title: `${event.releaseIds.length} releases were recorded`, link: '/catalogue' };
      case 'policy.changed':
        return { title: `Policy version ${event.version} is in effect`, link: '/policy' };
      case 'lock-in.limit-breached':
        return { title: `The limit ${event.limit} is breached: ${figureOf(event)}`, link: '/lock-in' };
      case 'feed.stale':
        return { title: `The feed ${event.feed} has brought nothing for too long`, link: '/feeds' };
      case 'model.support-ending': {
        const model = (await this.database.readOne(MODEL, [event.modelId]))?.name ?? 'A model';
        const title = `${model}: support ends on ${event.retirementDate}, in ${event.daysAhead} days or less`;
        return { title, link: `/models/${event.modelId}`, more: { model } };
      }
      case 'digest.ready':
        return { title: 'The weekly digest is ready', link: '/notifications' };
    }
  }

  private async flag(event: DomainEvent<'flag.raised' | 'flag.resolved'>) {
    const link = `/flags?open=${event.flagId}`;
    const [flag, tools] = [await this.database.readOne(FLAG, [event.flagId]), await this.tools(event.toolIds)];
    if (flag === undefined) return { title: 'A replacement flag', link, more: tools };
    const title = event.kind === 'flag.raised' ? flag.title : `Resolved: ${flag.title}`;
    const { reasons, severity, confidence, model, candidate } = flag;
    return { title, link, more: { reasons, severity, confidence, model, candidate, ...tools } };
  }

  private async swap({ kind, swapRequestId, toolId }: DomainEvent<SwapKind>) {
    const [facts, tools] = [await this.database.readOne(SWAP, [swapRequestId]), await this.tools([toolId])];
    const tool = tools.toolNames[0] ?? 'a tool';
    const title =
      kind === 'swap.submitted' && facts?.failOver === true
        ? `${tool} failed over to its fallback, which another person reviews`
        : `The swap request for ${tool} ${SWAP_VERBS[kind]}`;
    return { title, link: `/swap-requests/${swapRequestId}`, more: { ...facts, ...tools } };
  }

  private async tools(ids: readonly string[]): Promise<{ toolNames: string[]; ownerTeams: string[] }> {
    const tools = await this.database.read(TOOLS, [ids]);
    return { toolNames: tools.map(({ name }) => name), ownerTeams: [...new Set(tools.map((tool) => tool.ownerTeam))] };
  }
}

/** A share as a percentage; an effective number of suppliers as it is. */
const figureOf = ({ limit, share }: DomainEvent<'lock-in.limit-breached'>): string =>
  limit.endsWith('EFFECTIVE_NUMBER') ? share.toFixed(1) : `${Math.round(share * 100)} %`;
