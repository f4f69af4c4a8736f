import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import type { Role } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { PERSON_BY_ID, PERSON_COLUMNS } from './person-statements.js';
import type { PersonRow } from './person-statements.js';

export const PEOPLE = new List<PersonRow, 'displayName' | 'createdAt'>({
  name: 'people',
  select: `SELECT ${PERSON_COLUMNS} FROM person p
    WHERE ($1::text IS NULL OR strpos(lower(p.display_name), lower($1)) > 0 OR strpos(lower(p.email), lower($1)) > 0)
      AND ($2::text IS NULL OR $2 = ANY (p.roles))
      AND ($3::text IS NULL OR $3 = ANY (p.teams))
      AND ($4::boolean IS NULL OR p.active = $4)`,
  filterCount: 4,
  sorts: {
    displayName: { expression: '"displayName"', type: 'text' },
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
  },
});

export interface PeopleFilter {
  readonly q?: string;
  readonly role?: Role;
  readonly team?: string;
  readonly active?: boolean;
}

@Injectable()
export class PeopleReader {
  constructor(private readonly database: Database) {}

  list(request: PageRequest, { q, role, team, active }: PeopleFilter): Promise<Page<PersonRow>> {
    return this.database.list(PEOPLE, request, [q ?? null, role ?? null, team ?? null, active ?? null]);
  }

  async get(id: string): Promise<PersonRow> {
    const person = await this.database.readOne(PERSON_BY_ID, [id]);
    if (person === undefined) throw new DomainError('not-found', 'person-not-found', 'There is no such person.');
    return person;
  }
}
