import { ApiProperty } from '@nestjs/swagger';
import type { NotificationRow } from '../notifications.reader.js';

export class NotificationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'flag.raised' })
  kind: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Path in the console.' })
  link: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  detail: Record<string, unknown>;

  @ApiProperty({ type: 'string', format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readAt: Date | null;

  static from({ id, kind, title, link, detail, createdAt, readAt }: NotificationRow): NotificationView {
    return { id, kind, title, link, detail, createdAt, readAt };
  }
}
