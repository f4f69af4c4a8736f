import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a name stands for no release yet. */
export const UNRESOLVED = ['ROLLING', 'API_ONLY', 'AMBIGUOUS', 'UNKNOWN'] as const;
export type UnresolvedReason = (typeof UNRESOLVED)[number];

/** One name under which sources speak; which release it means is found over all names together. */
@Entity('release_alias')
export class ReleaseAliasEntity {
  @PrimaryColumn('text')
  subject: string;

  @Column('uuid')
  id: string;

  @Column('text')
  alias: string;

  @Column({ type: 'text', insert: false, update: false })
  aliasNorm: string;

  @Column('text', { nullable: true })
  hubId: string | null;

  @Column('text', { nullable: true })
  vendorHint: string | null;

  @Column('text')
  vendorSlug: string;

  /** No source that records releases has used it. */
  @Column('boolean')
  mentionOnly: boolean;

  /** A source said who develops it, so that a release may rest on this name alone. */
  @Column('boolean')
  vendorNamed: boolean;

  @Column('uuid', { nullable: true })
  releaseId: string | null;

  @Column('text', { nullable: true })
  unresolved: UnresolvedReason | null;

  /** Keys of the releases that it fits, where there are several. */
  @Column('text', { array: true, default: [] })
  candidates: string[];

  @Column('timestamptz')
  firstSeenAt: Date;

  /** Key of the release that a person says it means. */
  @Column('text', { nullable: true })
  decidedKey: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
