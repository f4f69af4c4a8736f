import type { FieldError } from './domain-error.js';

/** What a JSON Schema validator says of one value; the form that Ajv gives. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The same in the words of the API: one error per wrong field, with pointers below `pointer`. */
export const schemaErrors = (errors: readonly SchemaError[] | null | undefined, pointer = ''): FieldError[] =>
  (errors ?? []).map((error) => fieldError(error, pointer));

function fieldError({ instancePath, keyword, message, params }: SchemaError, pointer: string): FieldError {
  const at = `${pointer}${instancePath}`;
  const { additionalProperty: unknown, missingProperty: missing } = params;
  if (typeof unknown === 'string')
    return { pointer: `${at}/${unknown}`, code: 'unknown-field', detail: `${unknown} is not known here` };
  if (typeof missing === 'string') return { pointer: `${at}/${missing}`, code: 'required', detail: 'is missing' };
  return { pointer: at, code: kebab(keyword), detail: message ?? 'is not acceptable' };
}

const kebab = (keyword: string): string => keyword.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
