import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CONCLUSIONS = ['ALLOW', 'DENY'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** What legal decided for a licence text, or for one release; the newest one of a subject holds. */
@Entity('licence_conclusion')
export class LicenceConclusionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { nullable: true })
  licenceTextHash: string | null;

  @Column('text', { nullable: true })
  releaseKey: string | null;

  @Column('text')
  decision: Conclusion;

  @Column('text', { nullable: true })
  conditions: string | null;

  @Column('uuid')
  concludedBy: string;

  @Column('timestamptz')
  concludedAt: Date;
}
