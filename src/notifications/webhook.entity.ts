import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WebhookFilter } from './domain/webhook-filter.js';
import type { WebhookKind } from './domain/webhook-kinds.js';

export const DISABLED_REASONS = ['BY_PERSON', 'GONE'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

@Entity('webhook')
export class WebhookEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  url: string;

  @Column('text', { array: true })
  kinds: readonly WebhookKind[];

  @Column('jsonb')
  filter: WebhookFilter;

  @Column('boolean')
  enabled: boolean;

  @Column('text', { nullable: true })
  disabledReason: DisabledReason | null;

  @Column('bytea')
  secret: Buffer;

  /** Signs beside the new one until its time is over. */
  @Column('bytea', { nullable: true })
  previousSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  previousSecretUntil: Date | null;

  @Column('uuid')
  createdBy: string;

  @Column('integer')
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
