import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsISO8601, Matches } from 'class-validator';
import { Given } from './dto-fields.js';
import { FlagField } from './dto-fields.js';

const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** `?flag=true` or `false`; anything else stays text and is refused. */
export const FlagParameter = (description?: string): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    FlagField('OPTIONAL', description === undefined ? {} : { description }),
  );

/** A moment (RFC 3339) or a day, which is meant to its end, UTC. */
export const MomentField = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: String,
      example: '2026-06-30',
      description: `A day (its end, UTC) or a moment. ${description}`,
    }),
    Given(),
    Matches(DAY_OR_TIME, { message: '$property must be a day, YYYY-MM-DD, or a moment, RFC 3339' }),
    IsISO8601({ strict: true }, { message: '$property must be a day that exists' }),
  );
