import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { DomainError } from '../kernel/domain-error.js';
import type { PageRequest } from '../kernel/page.js';
import { currentRequest } from './request-scope.js';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** The parameters of every list; a feature's list adds its filters in a subclass. */
export class ListQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({ description: 'Opaque position: the `next` of the page before.', maxLength: 1000 })
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  cursor?: string;

  @ApiPropertyOptional({ description: 'Field to sort by; a leading `-` turns the order round.', maxLength: 60 })
  @IsOptional()
  @IsString()
  @Matches(/^-?[A-Za-z]{1,59}$/, { message: 'sort must be a field name, with a leading - for descending' })
  sort?: string;

  @ApiPropertyOptional({ description: 'Free text to search for.', maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;
}

interface SortChoice {
  readonly sorts: readonly string[];
  /** Such as `name` or `-releaseDate`. */
  readonly default: string;
}

/** Returns the slice of the list that the query asks for. Throws DomainError 'invalid' for a sort that is not offered. */
export function toPageRequest(query: ListQuery, { sorts, default: fallback }: SortChoice): PageRequest {
  const asked = query.sort ?? fallback;
  const descending = asked.startsWith('-');
  const sort = descending ? asked.slice(1) : asked;
  if (!sorts.includes(sort)) {
    const detail = `sort must be one of ${sorts.join(', ')}`;
    throw new DomainError('invalid', 'validation-failed', `Not acceptable: ?sort.`, [
      { pointer: '?sort', code: 'is-in', detail },
    ]);
  }
  const slice = currentRequest()?.slice;
  return { limit: slice?.limit ?? query.limit, sort, descending, after: slice?.after ?? null };
}
