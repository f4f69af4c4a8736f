import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../kernel/domain-error.js';
import type { FieldError } from '../kernel/domain-error.js';

/** Refuses unknown fields and parameters, and names every field that is wrong. */
export class InputPipe extends ValidationPipe {
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
