import { Ajv } from 'ajv';
import type { SchemaObject, ValidateFunction } from 'ajv';
import { parse as parseYaml } from 'yaml';
import { DomainError } from '../../kernel/domain-error.js';
import { lazily } from '../../kernel/lazily.js';

export const MAX_PAYLOAD_BYTES = 32 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_YAML_ALIASES = 500;

/** The reasons of parsers quote what they stumbled over, which may be what no database takes. */
const unreadable = (detail: string): DomainError =>
  new DomainError(
    'unprocessable',
    'payload-unreadable',
    detail.replaceAll(/[\u0000-\u001f\u007f\ud800-\udfff]/g, '\u00b7'),
  );

/** Returns the payload as text; throws DomainError when it is too large or not UTF-8. */
export function readText(bytes: Uint8Array): string {
  if (bytes.byteLength > MAX_PAYLOAD_BYTES)
    throw new DomainError('too-large', 'payload-too-large', `The payload is larger than ${MAX_PAYLOAD_BYTES} bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('The payload is not UTF-8 text.');
  }
}

/** Returns the parsed JSON; throws DomainError when it is broken or nested deeper than 64 levels. */
export function readJson(bytes: Uint8Array): unknown {
  const text = readText(bytes);
  if (/^\s*</.test(text)) throw unreadable('The payload is a web page, not JSON: the address is probably wrong.');
  refuseDepth(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(`The payload is not JSON: ${error instanceof Error ? error.message : 'unknown error'}`);
  }
}

/** Returns the parsed YAML; throws DomainError when it is broken, nested too deeply or grows by aliases. */
export function readYaml(bytes: Uint8Array): unknown {
  const text = readText(bytes);
  refuseDepth(text);
  if (/^ {200}/m.test(text)) throw unreadable('The payload is nested too deeply.');
  try {
    return parseYaml(text, { merge: true, maxAliasCount: MAX_YAML_ALIASES, logLevel: 'silent' });
  } catch (error) {
    throw unreadable(`The payload is not YAML: ${error instanceof Error ? error.message : 'unknown error'}`);
  }
}

/** Counts brackets outside strings, so that a bomb of brackets never reaches a recursive reader. */
function refuseDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE || code === NEWLINE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > MAX_DEPTH) throw unreadable(`The payload is nested deeper than ${MAX_DEPTH} levels.`);
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
}

const [QUOTE, BACKSLASH, NEWLINE] = [0x22, 0x5c, 0x0a];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A name or id: short, printable, no mark-up and no spreadsheet formula. */
export const NAME = { type: 'string', minLength: 1, maxLength: 200, pattern: '^(?![=+])[^<>\\u0000-\\u001f\\u007f]+$' };
export const HTTPS_URL = { type: 'string', maxLength: 500, pattern: '^https://[^\\s<>"]+$' };
export const POSITIVE = { type: 'number', exclusiveMinimum: 0, maximum: 1e15 };
export const NOT_NEGATIVE = { type: 'number', minimum: 0, maximum: 1e15 };

const ajv = new Ajv({ allErrors: false, strict: true, allowUnionTypes: true });

export interface Shape<T> {
  /** Returns the value as what the schema describes, or the reason why it is not. */
  read(value: unknown): { readonly value: T } | { readonly reason: string };
}

/** Compiles a JSON Schema once, when it is first used; `T` is the TypeScript face of the same schema. */
export function shape<T>(schema: SchemaObject): Shape<T> {
  const validator = lazily((): ValidateFunction<T> => ajv.compile<T>(schema));
  return {
    read(value) {
      const validate = validator();
      return validate(value) ? { value } : { reason: explain(validate) };
    },
  };
}

function explain({ errors }: ValidateFunction): string {
  const [first] = errors ?? [];
  return first === undefined
    ? 'does not fit the schema'
    : `${first.instancePath || 'item'} ${first.message ?? ''}`.trim();
}

/** Returns the whole payload in the shape asked for; throws DomainError where it is another source's. */
export function expectShape<T>(expected: Shape<T>, value: unknown, source: string): T {
  const result = expected.read(value);
  if ('reason' in result) throw unreadable(`The payload does not look like ${source}: ${result.reason}`);
  return result.value;
}
