import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an address of a feed answered last, so that the next poll can ask whether it changed. */
@Entity('feed_source')
export class FeedSourceEntity {
  @PrimaryColumn('text')
  feed: string;

  @PrimaryColumn('text')
  address: string;

  @Column('text', { nullable: true })
  etag: string | null;

  @Column('text', { nullable: true })
  lastModified: string | null;

  @Column('uuid')
  payloadId: string;

  @Column('timestamptz')
  polledAt: Date;
}
