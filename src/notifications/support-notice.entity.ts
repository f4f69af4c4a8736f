import { Entity, PrimaryColumn } from 'typeorm';

/** A warning about the end of support that went out. */
@Entity('support_notice')
export class SupportNoticeEntity {
  @PrimaryColumn('uuid')
  modelId: string;

  @PrimaryColumn('date')
  retirementDate: string;

  @PrimaryColumn('integer')
  daysAhead: number;
}
