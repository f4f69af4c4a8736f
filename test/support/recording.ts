import { CatalogueWriter, type Recorded } from '../../src/catalogue/catalogue.writer.js';
import type { FactField, FoundFact, FoundRelease, ReleaseFields } from '../../src/catalogue/domain/release.js';
import type { Tx } from '../../src/database/tx.js';
import { startTestApp, type TestApp } from './app.js';

/** One item of a source as of a day. */
export interface Item {
  readonly source: string;
  readonly asOf: string;
  readonly release: FoundRelease;
}

const facts = (values: Partial<ReleaseFields>): readonly FoundFact[] =>
  Object.entries(values).map(([field, value]) => ({ field: field as FactField, value, status: 'CLAIMED' }));

/** An item of a list, with what it says. */
export const found = (
  name: string,
  values: Partial<ReleaseFields> = {},
  more: Partial<FoundRelease> = {},
): FoundRelease => ({
  name,
  position: `models/${name}`,
  facts: facts(values),
  artifacts: [],
  benchmarks: [],
  ...more,
});

/** The same, named by the hub itself. */
export const hub = (
  hubId: string,
  values: Partial<ReleaseFields> = {},
  more: Partial<FoundRelease> = {},
): FoundRelease => found(hubId, values, { hubId, ...more });

/** One host's row, at the place where models.dev lists it. */
export const hosted = (host: string, name: string, values: Partial<ReleaseFields> = {}): FoundRelease =>
  found(name, values, { host, position: `providers/${host}/models/${name}` });

/** A result that only speaks of a release. */
export const vectara = (name: string, score: number): FoundRelease =>
  found(
    name,
    {},
    {
      mentionOnly: true,
      benchmarks: [
        {
          benchmark: 'vectara-hallucination',
          benchmarkVersion: '2026-03',
          metric: 'factual-consistency',
          harness: '',
          mode: '',
          score,
          higherIsBetter: true,
          sourceRef: name,
        },
      ],
    },
  );

class RolledBack extends Error {}

/** The application with the doors that tests of recording need. */
export interface Recording {
  readonly app: TestApp;
  readonly writer: CatalogueWriter;
  record(tx: Tx, item: Item): Promise<Recorded>;
  /** Runs the work in a transaction of which nothing stays. */
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  releases(tx: Tx): Promise<readonly { id: string; key: string }[]>;
  shown(tx: Tx, key: string): Promise<Record<string, unknown>>;
}

/** Starts the application for tests of recording. */
export async function startRecording(): Promise<Recording> {
  const app = await startTestApp();
  const writer = app.app.get(CatalogueWriter);
  return {
    app,
    writer,
    record: (tx, { source, asOf, release }) =>
      writer.record(tx, { releases: [release], rejected: [] }, { source, asOf: new Date(asOf) }),
    async within(work) {
      let result: { value: Awaited<ReturnType<typeof work>> } | undefined;
      await app.db
        .transaction(async (tx) => {
          result = { value: await work(tx) };
          throw new RolledBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof RolledBack)) throw error;
        });
      if (result === undefined) throw new Error('the work did not finish');
      return result.value;
    },
    releases: (tx) => tx.manager.query('SELECT id, key FROM release ORDER BY key'),
    async shown(tx, key) {
      const [row]: Record<string, unknown>[] = await tx.manager.query('SELECT * FROM release WHERE key = $1', [key]);
      if (row === undefined) throw new Error(`${key} is not in the catalogue`);
      return row;
    },
  };
}
