import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notification')
export class NotificationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** One notice per person and event, however often the event is delivered. */
  @Column('uuid')
  eventId: string;

  @Column('text')
  kind: string;

  @Column('text')
  title: string;

  /** Where the console shows it. */
  @Column('text', { nullable: true })
  link: string | null;

  @Column('jsonb')
  detail: Record<string, unknown>;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
