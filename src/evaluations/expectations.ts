import { Ajv } from 'ajv';

const LONGEST_PATTERN = 500;

/** One for all golden sets; what a schema says beyond the standard is passed over. */
export const schemas = new Ajv({ strict: false, addUsedSchema: false });

/** The pattern as an expression, or undefined where it is none or too long; its text is in no error. */
export function patternOf(text: string): RegExp | undefined {
  if (text.length > LONGEST_PATTERN) return undefined;
  try {
    return new RegExp(text, 'su');
  } catch {
    return undefined;
  }
}

/** Whether the value is a JSON Schema that can be asked. */
export function isSchema(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  try {
    schemas.compile(value);
    return true;
  } catch {
    return false;
  }
}
