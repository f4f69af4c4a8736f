import { Client } from 'pg';

/** Copies of a table's rows, each with ids of its own; `over` says which columns a copy changes, by SQL on row and n. */
async function multiply(
  client: Client,
  table: string,
  {
    from,
    to,
    where = 'true',
    over,
  }: { from: number; to: number; where?: string; over: Readonly<Record<string, string>> },
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const values = columns.map((name) => over[name] ?? `row.${name}`);
  await client.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${values.join(', ')} FROM ${table} row CROSS JOIN generate_series(${from}, ${to}) n WHERE ${where}`,
  );
}

const copyOf = (column: string, n = 'n'): string => `md5(row.${column}::text || '#' || (${n}))::uuid`;

export interface Sizes {
  readonly tools: number;
  readonly releases: number;
}

/** An enterprise adds tools by the thousand, yet models by the dozen: at most five of each of the demo's. */
const MODEL_COPIES = 4;

/**
 * Grows the demo to so many tools and releases, as its owner and past the triggers. A copied release differs from its
 * original by name and by a few days.
 */
export async function grow(databaseUrl: string, { tools, releases }: Sizes): Promise<Sizes & { models: number }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const count = async (table: string): Promise<number> =>
    (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n ?? 0;
  try {
    await client.query(`SET session_replication_role = replica`);
    const portfolio = Math.round(tools / (await count('tool'))) - 1;
    if (portfolio > 0) await growPortfolio(client, portfolio);
    const catalogue = Math.round(releases / (await count('release'))) - 1;
    if (catalogue > 0) await growCatalogue(client, catalogue);
    await client.query('ANALYZE');
    return { tools: await count('tool'), releases: await count('release'), models: await count('model') };
  } finally {
    await client.end();
  }
}

async function growPortfolio(client: Client, copies: number): Promise<void> {
  const named = { name: `row.name || ' ' || n` };
  const turn = `n % ${MODEL_COPIES + 1}`;
  const modelOf = `CASE WHEN ${turn} = 0 THEN row.model_id ELSE ${copyOf('model_id', turn)} END`;
  const originals = 'row.id IN (SELECT id FROM original)';
  for (const table of ['model', 'tool', 'assignment']) {
    await client.query(`CREATE TEMP TABLE original AS SELECT id FROM ${table}`);
    const over: Record<string, string> =
      table === 'assignment'
        ? { id: copyOf('id'), tool_id: copyOf('tool_id'), model_id: modelOf }
        : { id: copyOf('id'), ...named };
    const to = table === 'model' ? Math.min(copies, MODEL_COPIES) : copies;
    await multiply(client, table, { from: 1, to, where: originals, over });
    await client.query('DROP TABLE original');
  }
}

async function growCatalogue(client: Client, copies: number): Promise<void> {
  const of = { release_id: copyOf('release_id'), subject: `row.subject || '-copy' || n` };
  await multiply(client, 'release', {
    ...{ from: 1, to: copies },
    over: {
      ...{ id: copyOf('id'), key: `row.key || '-copy' || n`, display_name: `row.display_name || ' copy ' || n` },
      release_date: `row.release_date - (n % 28)::int`,
    },
  });
  for (const table of ['artifact', 'benchmark_result'])
    await multiply(client, table, {
      from: 1,
      to: copies,
      where: 'row.release_id IS NOT NULL',
      over: { id: copyOf('id'), ...of },
    });
}
