import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A feed whose facts have gone stale, and since when. */
@Entity('feed_staleness')
export class FeedStalenessEntity {
  @PrimaryColumn('text')
  feed: string;

  @Column('timestamptz')
  staleSince: Date;
}
