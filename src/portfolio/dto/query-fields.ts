import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { FlagField } from './fields.js';

/** `?flag=true` or `false`; anything else stays text and is refused. */
export const FlagParameter = (description: string): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    FlagField('OPTIONAL', { description }),
  );
