import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../kernel/domain-error.js';
import type { FieldError } from '../kernel/domain-error.js';

/** How many different queries each class of parameters is remembered for, and how long such a query may be. */
const KEPT_QUERIES = 200;
const KEPT_LENGTH = 300;

/** Refuses unknown fields and parameters, and names every field that is wrong. */
export class InputPipe extends ValidationPipe {
  private readonly queries = new Map<unknown, Map<string, Readonly<object>>>();

  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
      stopAtFirstError: false,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new Invalid(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && this.toValidate(metadata) && !isRecord(value)) {
      throw new DomainError('malformed', 'body-not-an-object', 'Send a JSON object as the body.');
    }
    if (metadata.type === 'body' && metadata.metatype === Buffer && !Buffer.isBuffer(value)) {
      throw new DomainError('malformed', 'body-missing', 'Send the content as the body.');
    }
    const { type, metatype, data } = metadata;
    return type === 'query' && data === undefined && isRecord(value) && this.toValidate(metadata)
      ? this.query(value, metadata, this.known(metatype))
      : this.check(value, metadata);
  }

  /** The same text always means the same query, so it is judged once; what is shared cannot be changed. */
  private async query(
    value: object,
    metadata: ArgumentMetadata,
    known: Map<string, Readonly<object>>,
  ): Promise<unknown> {
    const text = JSON.stringify(value);
    const found = known.get(text);
    if (found !== undefined) return found;
    const checked = await this.check(value, metadata);
    if (!isRecord(checked) || text.length > KEPT_LENGTH) return checked;
    if (known.size === KEPT_QUERIES) known.clear();
    known.set(text, Object.freeze(checked));
    return checked;
  }

  private known(metatype: unknown): Map<string, Readonly<object>> {
    const known = this.queries.get(metatype) ?? new Map<string, Readonly<object>>();
    this.queries.set(metatype, known);
    return known;
  }

  private async check(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw error instanceof Invalid ? refusal(error.errors, metadata.type === 'body' ? '/' : '?') : error;
    }
  }
}

class Invalid extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('invalid input');
  }
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

function refusal(errors: readonly ValidationError[], root: '/' | '?'): DomainError {
  const fields = errors.flatMap((error) => fieldErrors(error, root));
  const names = [...new Set(fields.map(({ pointer }) => pointer))];
  return new DomainError('invalid', 'validation-failed', `Not acceptable: ${names.join(', ')}.`, fields);
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const pointer = parent + error.property.replaceAll('~', '~0').replaceAll('/', '~1');
  const own = Object.entries(error.constraints ?? {}).map(([constraint, detail]) => ({
    pointer,
    code: constraint === 'whitelistValidation' ? 'unknown-field' : kebab(constraint),
    detail: constraint === 'whitelistValidation' ? `${error.property} is not known here` : detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${pointer}/`))];
}

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
