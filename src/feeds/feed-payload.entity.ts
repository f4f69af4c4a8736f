import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The bytes of a source as they came, once per content. */
@Entity('feed_payload')
export class FeedPayloadEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  feed: string;

  @Column('text')
  sha256: string;

  @Column('bytea')
  bytes: Buffer;

  @Column('integer')
  sizeBytes: number;

  @Column('text', { nullable: true })
  contentType: string | null;

  @Column('timestamptz')
  receivedAt: Date;
}
