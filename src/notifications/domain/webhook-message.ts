import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;
/** Receivers may refuse more (Standard Webhooks). */
const MAX_BODY_BYTES = 20_000;
const KEPT_MEMBERS = 20;

export interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Returns a new secret as receivers are given it. */
export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** Returns the JSON body, under 20 kB: of one that is longer, lists keep their first members and say how many there were. */
export function bodyOf(message: Message): string {
  const body = JSON.stringify(message);
  if (Buffer.byteLength(body) < MAX_BODY_BYTES) return body;
  const data = Object.fromEntries(
    Object.entries(message.data).flatMap(([key, value]): [string, unknown][] =>
      Array.isArray(value) && value.length > KEPT_MEMBERS
        ? [
            [key, value.slice(0, KEPT_MEMBERS)],
            [`${key}Total`, value.length],
          ]
        : [[key, typeof value === 'string' ? value.slice(0, 1_000) : value]],
    ),
  );
  return JSON.stringify({ ...message, data: { ...data, truncated: true } });
}

/** Returns the header fields of Standard Webhooks; with two secrets, for the time of a rotation, two signatures. */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  now: Date,
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(now.getTime() / 1_000);
  const sign = (secret: string): string => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  };
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map(sign).join(' '),
  };
}
