import pg from 'pg';
import type { QueryConfig } from 'pg';
import { parseEnv } from '../src/config/env.js';
import { createApp } from '../src/create-app.js';
import type { Recipe } from './bare-server.js';

interface Asked extends QueryConfig {
  /** Which session it went to. */
  readonly session: number;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  /** Ids that take turns as ROTATED in the body. */
  readonly rotate?: readonly string[];
}

const turns = new Map<Call, number>();

/** The body as JSON: UNIQUE is new in each, ROTATED the next id. */
export function bodyOf(call: Call): string {
  const turn = turns.get(call) ?? 0;
  turns.set(call, turn + 1);
  const rotated = call.rotate?.[turn % call.rotate.length] ?? '';
  return JSON.stringify(call.body).replace('UNIQUE', crypto.randomUUID()).replace('ROTATED', rotated);
}

const TRANSACTION = /^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i;
/** Work that the bare server has no counterpart of: who is calling, and how often. */
const OVERHEAD = /rate_limit|JOIN person p ON p\.id = s\.person_id/;

/** Answers each call once with the product in this process and notes every statement it took. */
export async function record(
  env: Record<string, string>,
  tokenFor: (call: Call) => string,
  rows: readonly { readonly call: Call }[],
): Promise<Map<string, Recipe>> {
  const app = await createApp(parseEnv({ ...env, WORKERS: 'false', LOG_LEVEL: 'silent', ANSWER_MEMORY_MB: '0' }));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const { query } = pg.Client.prototype;
  const recipes = new Map<string, Recipe>();
  try {
    for (const { call } of rows) {
      const token = tokenFor(call);
      await send(url, token, call);
      const asked: Asked[] = [];
      pg.Client.prototype.query = function (this: pg.Client & { processID?: number }, ...args: unknown[]) {
        const [first, values] = args;
        const config = typeof first === 'string' ? { text: first, values } : first;
        if (typeof config === 'object' && config !== null && 'text' in config) {
          const { name, text, values: given } = Object(config);
          asked.push({
            session: this.processID ?? 0,
            text,
            values: given ?? [],
            ...(name === undefined ? {} : { name }),
          });
        }
        return Reflect.apply(query, this, args);
      };
      const answer = await send(url, token, call).finally(() => (pg.Client.prototype.query = query));
      recipes.set(`${call.method} ${call.path}`, { ...split(asked), ...answer, rotate: call.rotate ?? [] });
    }
  } finally {
    await app.close();
  }
  return recipes;
}

/** With a transaction, everything in its order on one session; without, statements that any session may run. */
function split(asked: readonly Asked[]): Pick<Recipe, 'reads' | 'writes'> {
  const needed = asked
    .filter(({ text }) => !OVERHEAD.test(text))
    .map(({ session: _, ...config }): QueryConfig => config);
  return needed.some(({ text }) => TRANSACTION.test(text))
    ? { reads: [], writes: needed }
    : { reads: needed, writes: [] };
}

async function send(url: string, token: string, call: Call): Promise<{ status: number; payload: string }> {
  const { method, path, body } = call;
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: bodyOf(call) }),
  });
  const payload = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${payload}`);
  return { status: answer.status, payload };
}
