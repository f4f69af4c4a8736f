import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { languageCode } from '../kernel/language-code.js';

/** REQUIRED: always there. OPTIONAL: may be absent, not null. CLEARABLE: may be absent, and null clears it. */
export type Presence = 'REQUIRED' | 'OPTIONAL' | 'CLEARABLE';

interface Documented {
  readonly description?: string;
  readonly example?: unknown;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LANGUAGE = /^[a-z]{2,3}$/;
const NOT_BLANK = /\S/;

function field(presence: Presence, api: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const documented = Object.assign({}, api, {
    required: presence === 'REQUIRED',
    ...(presence === 'CLEARABLE' && { nullable: true }),
  });
  return applyDecorators(ApiProperty(documented), ...presenceChecks(presence), ...checks);
}

function presenceChecks(presence: Presence): PropertyDecorator[] {
  if (presence === 'REQUIRED') return [];
  return [presence === 'CLEARABLE' ? IsOptional() : Given()];
}

/** A text of 1 to `max` characters that is not blank. */
export const TextField = (presence: Presence, max: number, api: Documented = {}): PropertyDecorator =>
  field(
    presence,
    { type: String, minLength: 1, maxLength: max, ...api },
    IsString(),
    Length(1, max),
    Matches(NOT_BLANK, { message: '$property must not be blank' }),
  );

/** A text that may be empty. */
export const ProseField = (presence: Presence, max: number, api: Documented = {}): PropertyDecorator =>
  field(presence, { type: String, maxLength: max, ...api }, IsString(), Length(0, max));

export const ChoiceField = (presence: Presence, values: readonly string[], api: Documented = {}): PropertyDecorator =>
  field(presence, { type: String, enum: [...values], ...api }, IsIn(values));

export const IdField = (presence: Presence, api: Documented = {}): PropertyDecorator =>
  field(presence, { type: String, format: 'uuid', ...api }, IsUUID());

export const FlagField = (presence: Presence, api: Documented = {}): PropertyDecorator =>
  field(presence, { type: Boolean, ...api }, IsBoolean());

export const WholeField = (presence: Presence, min: number, max: number, api: Documented = {}): PropertyDecorator =>
  field(presence, { type: 'integer', minimum: min, maximum: max, ...api }, IsInt(), Min(min), Max(max));

export const NumberField = (presence: Presence, min: number, max: number, api: Documented = {}): PropertyDecorator =>
  field(presence, { type: Number, minimum: min, maximum: max, ...api }, IsNumber(), Min(min), Max(max));

/** A day that exists, YYYY-MM-DD. */
export const DayField = (presence: Presence, api: Documented = {}): PropertyDecorator =>
  field(
    presence,
    { type: String, format: 'date', ...api },
    Matches(DAY, { message: '$property must be a day, YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: '$property must be a day that exists' }),
  );

/** A moment, RFC 3339. */
export const TimeField = (presence: Presence, api: Documented = {}): PropertyDecorator =>
  field(presence, { type: String, format: 'date-time', ...api }, IsISO8601({ strict: true, strictSeparator: true }));

export const UrlField = (presence: Presence, api: Documented = {}): PropertyDecorator =>
  field(
    presence,
    { type: String, format: 'uri', maxLength: 500, ...api },
    IsString(),
    Length(1, 500),
    // No user and password: the record is shown to everybody and its trail cannot forget.
    IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true }),
  );

/** Distinct members of a closed list. */
export const ChoicesField = (presence: Presence, values: readonly string[], api: Documented = {}): PropertyDecorator =>
  field(
    presence,
    { type: String, isArray: true, enum: [...values], uniqueItems: true, ...api },
    IsArray(),
    ArrayMaxSize(values.length),
    ArrayUnique(),
    IsIn(values, { each: true }),
  );

/** Distinct texts that match a pattern. */
export const TextsField = (presence: Presence, max: number, pattern: RegExp, api: Documented = {}): PropertyDecorator =>
  field(
    presence,
    { type: String, isArray: true, maxItems: max, uniqueItems: true, ...api },
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(pattern, { each: true }),
  );

/** Distinct ISO 639 codes, lower case. */
export const LanguagesField = (presence: Presence): PropertyDecorator =>
  applyDecorators(
    TextsField(presence, 60, LANGUAGE, { description: 'ISO 639 codes, lower case', example: ['en', 'ms', 'ta'] }),
    InOneCode(),
  );

/** Languages, or one, under the one code that each has. */
export const InOneCode = (): PropertyDecorator => {
  const read = (value: unknown): unknown => (typeof value === 'string' ? languageCode(value) : value);
  return Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(read) : read(value)));
};

type Shape = new () => object;

export const NestedField = (presence: Presence, shape: () => Shape, api: Documented = {}): PropertyDecorator =>
  field(
    presence,
    { type: shape, ...api },
    IsObject({ message: '$property must be an object' }),
    ValidateNested(),
    Type(shape),
  );

export const NestedListField = (presence: Presence, shape: () => Shape, max: number): PropertyDecorator =>
  field(
    presence,
    { type: shape, isArray: true, maxItems: max },
    IsArray(),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    Type(shape),
  );

/** Lets a field be absent, but not null. */
export const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
