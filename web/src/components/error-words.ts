import type { Problem } from './notice.tsx';

type FieldError = NonNullable<Problem['errors']>[number];

const MISSING = 'is missing';
const numberIn = (text: string): string => /-?\d[\d_.]*/.exec(text.replace(/^\S+/, ''))?.[0] ?? '';

/** The rules of the API's fields as a person reads them; any other refusal is a sentence already. */
const SENTENCES: Readonly<Record<string, (detail: string) => string>> = {
  'is-length': (detail) =>
    detail.includes('shorter')
      ? `takes at most ${numberIn(detail)} characters`
      : numberIn(detail) === '1'
        ? MISSING
        : `takes at least ${numberIn(detail)} characters`,
  'is-defined': () => MISSING,
  'is-not-empty': () => MISSING,
  'is-string': () => MISSING,
  'is-in': () => 'has to be one of the list',
  'is-uuid': () => 'has to be one of the list',
  'is-int': () => 'has to be a whole number',
  'is-number': () => 'has to be a number',
  min: (detail) => `has to be ${numberIn(detail)} or more`,
  max: (detail) => `has to be ${numberIn(detail)} or less`,
  'is-url': () => 'has to be a web address, beginning with https://',
  'is-iso8601': () => 'has to be a day that exists',
};

/** What is wrong with a field, in words. */
export const errorWords = ({ code, detail }: FieldError): string =>
  /must not be blank$/.test(detail) ? MISSING : (SENTENCES[code]?.(detail) ?? detail);

/** One error for each field: that it is missing before how it should look. */
export function errorsByField({
  errors = [],
}: Problem): readonly { readonly pointer: string; readonly text: string }[] {
  const byField = new Map<string, string>();
  for (const error of errors) {
    const text = errorWords(error);
    if (!byField.has(error.pointer) || text === MISSING) byField.set(error.pointer, text);
  }
  return [...byField].map(([pointer, text]) => ({ pointer, text }));
}
