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
}

const TRANSACTION = /^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i;
/** Work that the bare server has no counterpart of: who is calling, and how often. */
const OVERHEAD = /rate_limit|JOIN person p ON p\.id = s\.person_id/;

/** Answers each call once with the product in this process and notes every statement it took. */
export async function record(
  env: Record<string, string>,
  token: string,
  calls: readonly Call[],
): Promise<Map<string, Recipe>> {
  const app = await createApp(parseEnv({ ...env, WORKERS: 'false', LOG_LEVEL: 'silent' }));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const { query } = pg.Client.prototype;
  const recipes = new Map<string, Recipe>();
  try {
    for (const call of calls) {
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
      recipes.set(`${call.method} ${call.path}`, { ...split(asked), ...answer });
    }
  } finally {
    await app.close();
  }
  return recipes;
}

/** What ran between the first BEGIN and its COMMIT belongs to the transaction, on its session alone. */
function split(asked: readonly Asked[]): Pick<Recipe, 'reads' | 'writes'> {
  const plain = ({ session: _, ...config }: Asked): QueryConfig => config;
  const needed = asked.filter(({ text }) => !OVERHEAD.test(text));
  const start = needed.findIndex(({ text }) => TRANSACTION.test(text));
  if (start < 0) return { reads: needed.map(plain), writes: [] };
  const writer = needed[start]?.session;
  const end = needed.findIndex(({ text, session }) => session === writer && /^COMMIT/i.test(text));
  const inside = needed.filter(({ session }, index) => session === writer && index >= start && index <= end);
  return { writes: inside.map(plain), reads: needed.filter((each) => !inside.includes(each)).map(plain) };
}

async function send(
  url: string,
  token: string,
  { method, path, body }: Call,
): Promise<{ status: number; payload: string }> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body).replace('UNIQUE', crypto.randomUUID()) }),
  });
  const payload = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${payload}`);
  return { status: answer.status, payload };
}
