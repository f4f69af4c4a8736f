import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a gateway lists what it serves: `/v1/models` as OpenAI does, or `/api/tags` as Ollama does. */
export const GATEWAY_KINDS = ['OPENAI', 'OLLAMA'] as const;
export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** A gateway of the enterprise's own, which tells what really runs. */
@Entity('gateway')
export class GatewayEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: GatewayKind;

  @Column('text')
  url: string;

  @Column('timestamptz', { nullable: true })
  polledAt: Date | null;

  /** Why the last poll brought nothing. */
  @Column('text', { nullable: true })
  error: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;
}
