import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { PoolClient, QueryConfig } from 'pg';

/** What the product asked the database for one request, and what it answered. */
export interface Recipe {
  readonly reads: readonly QueryConfig[];
  /** The statements of the request's transaction, in order. */
  readonly writes: readonly QueryConfig[];
  readonly status: number;
  readonly payload: string;
  /** Ids of the records that requests take turns on. */
  readonly rotate: readonly string[];
}

/**
 * The least that can serve the same: node:http and pg run the product's own statements, serialise their rows and send
 * the same payload, without sign-in, validation, limits, logging or problem documents.
 */
export function startBareServer(
  databaseUrl: string,
  recipes: ReadonlyMap<string, Recipe>,
  sessions: number,
): Promise<string> {
  const pool = new Pool({ connectionString: databaseUrl, max: sessions });
  const server = createServer((request, response) => {
    if (request.url === '/cpu') {
      const { user, system } = process.cpuUsage();
      response.end(String((user + system) / 1e6));
      return;
    }
    void answer(pool, recipes, request).then(
      ({ status, payload }) => {
        const length = Buffer.byteLength(payload);
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
        response.end(payload);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
}

async function answer(pool: Pool, recipes: ReadonlyMap<string, Recipe>, request: IncomingMessage): Promise<Recipe> {
  const recipe = recipes.get(`${request.method} ${request.url}`);
  if (recipe === undefined) throw new Error('not found');
  if (request.method === 'POST') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    JSON.parse(Buffer.concat(chunks).toString());
    await write(pool, recipe);
  }
  const results = await Promise.all(recipe.reads.map((each) => pool.query(each)));
  for (const { rows } of results) JSON.stringify(rows);
  return recipe;
}

async function write(pool: Pool, recipe: Recipe): Promise<void> {
  const session: PoolClient = await pool.connect();
  let failed = true;
  try {
    for (const each of renewed(recipe)) await session.query(each);
    failed = false;
  } finally {
    session.release(failed);
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
let turn = 0;

/** Ids that the recorded request made itself are made anew, the same way everywhere; the record's own takes turns, known ones stay. */
function renewed({ writes, rotate }: Recipe): QueryConfig[] {
  const next = rotate[(turn += 1) % rotate.length];
  const fresh = new Map<string, string>();
  const renew = (id: string): string => {
    if (next !== undefined && rotate.includes(id)) return next;
    if (KEPT.has(id)) return id;
    const known = fresh.get(id) ?? randomUUID();
    fresh.set(id, known);
    return known;
  };
  return writes.map(({ name, text, values = [] }) => ({
    ...(name === undefined ? {} : { name }),
    text,
    values: values.map((value: unknown) => (typeof value === 'string' ? value.replace(UUID, renew) : value)),
  }));
}

/** Ids of people and other records that were there before. */
export const KEPT = new Set<string>();

const isServer = process.argv[1]?.endsWith('bare-server.ts') === true;
if (isServer) {
  process.once(
    'message',
    (message: { databaseUrl: string; recipes: [string, Recipe][]; kept: string[]; sessions: number }) => {
      for (const id of message.kept) KEPT.add(id);
      void startBareServer(message.databaseUrl, new Map(message.recipes), message.sessions).then((url) =>
        process.send?.({ url }),
      );
    },
  );
  process.once('disconnect', () => process.exit(0));
}
