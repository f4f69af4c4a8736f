import { Injectable } from '@nestjs/common';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';

export interface Notice {
  /** What it is about; a person is told once per event. */
  readonly eventId: string;
  readonly kind: string;
  readonly title: string;
  readonly link: string | null;
  readonly detail: object;
}

const TELL = statement<{ id: string }>(
  'inbox.tell',
  `INSERT INTO notification (id, person_id, event_id, kind, title, link, detail, created_at)
   SELECT $1, id, $3, $4, $5, $6, $7, $8 FROM person WHERE id = $2 AND active
   ON CONFLICT ON CONSTRAINT notification_once_uq DO NOTHING RETURNING id`,
);

/** Puts notices into people's inboxes, in the caller's transaction. */
@Injectable()
export class InboxWriter {
  constructor(private readonly clock: Clock) {}

  /** Returns the id of the notification; undefined when the person has left or was told before. */
  async tell(tx: Tx, personId: string, { eventId, kind, title, link, detail }: Notice): Promise<string | undefined> {
    const told = await tx.one(TELL, [newId(), personId, eventId, kind, title, link, detail, this.clock.now()]);
    return told?.id;
  }
}
