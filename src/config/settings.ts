import { readFileSync } from 'node:fs';
import ipaddr from 'ipaddr.js';

/** One configuration key: its environment variable, what it is for, and how its text becomes a value. */
export interface Setting<T> {
  readonly env: string;
  readonly about: string;
  /** Shown in `.env.example`; empty where the product finds the value itself. */
  readonly example: string;
  /** Returns the value, or throws an Error whose message completes the sentence "NAME …". */
  readonly parse: (text: string | undefined) => T;
}

type Parser<T> = (text: string) => T;

const refuse = (sentence: string): never => {
  throw new Error(sentence);
};

const setting = <T, D>(env: string, about: string, parse: Parser<T>, fallback: D, example = ''): Setting<T | D> => ({
  env,
  about,
  example,
  parse: (text) => (text === undefined ? fallback : parse(text)),
});

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the text of a variable, or of the file that NAME_FILE names, as vaults and orchestrators mount secrets; undefined
 * for an unset or blank variable, yet a file must hold something. Throws an Error whose message completes the sentence "NAME …".
 */
export function textOf(env: Environment, name: string): string | undefined {
  const [given, path] = [env[name], env[`${name}_FILE`]].map((each) => each?.trim() || undefined);
  if (path === undefined) return given;
  if (given !== undefined) return refuse(`is given twice, by itself and by ${name}_FILE`);
  return contentOf(path, name).trim() || refuse(`is blank in the file that ${name}_FILE names, ${path}`);
}

function contentOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuse(`cannot be read from the file that ${name}_FILE names, ${path}`);
  }
}

/** A key that has a value when the environment says nothing. */
export const withDefault = <T extends string | number | boolean>(
  env: string,
  about: string,
  parse: Parser<T>,
  fallback: NoInfer<T>,
): Setting<T> => setting(env, about, parse, fallback, String(fallback));

/** A key that is undefined when the environment says nothing. */
export const optional = <T>(env: string, about: string, parse: Parser<T>): Setting<T | undefined> =>
  setting(env, about, parse, undefined);

export const text: Parser<string> = (value) => value;

export const flag: Parser<boolean> = (value) => {
  if (value === 'true') return true;
  return value === 'false' ? false : refuse(`must be true or false, not "${value}"`);
};

/** A whole number within the bounds, both included. */
export const wholeNumber =
  (min: number, max: number): Parser<number> =>
  (value) => {
    const number = Number(value);
    const fits = /^\d+$/.test(value) && number >= min && number <= max;
    return fits ? number : refuse(`must be a whole number from ${min} to ${max}, not "${value}"`);
  };

export const oneOf =
  <const T extends string>(values: readonly T[]): Parser<T> =>
  (value) =>
    values.find((each) => each === value) ?? refuse(`must be one of ${values.join(', ')}, not "${value}"`);

/** The value is never repeated in the message: such addresses carry passwords. */
export const url =
  (...protocols: readonly string[]): Parser<string> =>
  (value) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol)
      ? value
      : refuse(`must be an address that starts with ${protocols.map((each) => `${each}//`).join(' or ')}`);

/** A secret of at least so many characters; never repeated in the message. */
export const secret =
  (minLength: number): Parser<string> =>
  (value) =>
    value.length >= minLength ? value : refuse(`must have at least ${minLength} characters`);

/** A comma-separated list without empty members. */
export const list: Parser<readonly string[]> = (value) =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** A comma-separated list of networks such as `10.0.0.0/8`. */
export const networks: Parser<readonly string[]> = (value) => {
  const found = list(value);
  const wrong = found.find((each) => !ipaddr.isValidCIDR(each));
  return wrong === undefined ? found : refuse(`must list networks such as 10.0.0.0/8, not "${wrong}"`);
};
