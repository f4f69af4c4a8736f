import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import type { Page, PageRequest } from '../kernel/page.js';

export interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly link: string | null;
  readonly detail: Record<string, unknown>;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NotificationFilters {
  readonly q?: string;
  readonly unread?: boolean;
  readonly kind?: string;
}

export const NOTIFICATION_LIST = new List<NotificationRow, 'createdAt'>({
  name: 'notifications.list',
  select: `
    SELECT id, kind, title, link, detail, created_at AS "createdAt", read_at AS "readAt"
    FROM notification
    WHERE person_id = $1 AND ($2::text IS NULL OR strpos(lower(title), lower($2)) > 0)
      AND ($3::boolean IS NULL OR (read_at IS NULL) = $3) AND ($4::text IS NULL OR kind = $4)`,
  filterCount: 4,
  sorts: { createdAt: { expression: '"createdAt"', type: 'timestamptz' } },
});

@Injectable()
export class NotificationsReader {
  constructor(private readonly database: Database) {}

  /** Returns a page of what one person was told. */
  list(
    personId: string,
    request: PageRequest,
    { q, unread, kind }: NotificationFilters,
  ): Promise<Page<NotificationRow>> {
    return this.database.list(NOTIFICATION_LIST, request, [personId, q ?? null, unread ?? null, kind ?? null]);
  }
}
