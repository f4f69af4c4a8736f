import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people changed about the polls of a feed; null is what the product itself proposes. */
@Entity('feed_setting')
export class FeedSettingEntity {
  @PrimaryColumn('text')
  feed: string;

  @Column('integer', { nullable: true })
  everyHours: number | null;

  @Column('text', { array: true, nullable: true })
  organisations: string[] | null;

  @Column('integer')
  version: number;

  @Column('timestamptz')
  updatedAt: Date;
}
