import { Injectable } from '@nestjs/common';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { currentRequest } from '../http/request-scope.js';
import type { Actor } from '../kernel/actor.js';
import { newId } from '../kernel/id.js';
import { canonicalJson } from './domain/canonical-json.js';
import { changesBetween } from './domain/changes.js';

/** The product itself: schedules, feeds, expiries. */
export const SYSTEM = 'SYSTEM';

export interface AuditRecord {
  /** Dotted and past tense; the same word as the event, where the change publishes one: `model.registered`. */
  readonly kind: `${string}.${string}`;
  readonly subject: { readonly type: string; readonly id: string };
  readonly actor: Actor | typeof SYSTEM;
  /** States of the record; only the fields that differ are kept. Never hand over secrets. */
  readonly before?: object;
  readonly after?: object;
  /** What the states do not say: a reason, counts, a digest. */
  readonly detail?: object;
}

const TAKE_IN = statement('audit.take-in', 'INSERT INTO audit_intake (body) VALUES ($1)');

/** Writes the trail of a change in the change's own transaction: without the trail, the change does not happen. */
@Injectable()
export class Audit {
  /** Records one change; its place in the hash chain is given when the transaction commits. */
  async record(tx: Tx, { kind, subject, actor, before, after, detail }: AuditRecord): Promise<void> {
    const body = canonicalJson({
      id: newId(),
      kind,
      subject: { type: subject.type, id: subject.id },
      actor: actor === SYSTEM ? null : { personId: actor.personId, tokenId: actor.tokenId ?? null },
      requestId: currentRequest()?.requestId ?? null,
      changes: changesBetween(before, after),
      detail: detail ?? {},
    });
    await tx.run(TAKE_IN, [body]);
  }
}
