import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';
import { AbstractLogger, DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { assumeApplicationRole } from './application-role.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

export interface DatabaseSettings {
  readonly url: string;
  /** Read replica for reads that may lag behind. */
  readonly readUrl?: string;
  readonly poolSize: number;
  readonly entities?: readonly EntityClass[];
  /** The migrator keeps the rights of its login role; everybody else works as the application role. */
  readonly asLoginRole?: boolean;
}

export type EntityClass = new () => object;

const { builtins } = types;

/** Numbers as numbers (counts and figures stay far below 2^53), days as `YYYY-MM-DD` instead of a local midnight. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
  [builtins.DATE]: (text) => text,
};

const typeParsers: CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS[oid] ?? types.getTypeParser(oid, format),
};

/** Whatever goes wrong is thrown; what TypeORM prints besides would stand between the lines of the log. */
class NoLogger extends AbstractLogger {
  protected writeLog(): void {
    // Says nothing.
  }
}

/** Returns the options of the one pool that a process keeps; errors of idle sessions are swallowed, the next use reconnects. */
export function dataSourceOptions(settings: DatabaseSettings): DataSourceOptions {
  const { url, readUrl, poolSize, entities = [], asLoginRole = false } = settings;
  const connection =
    readUrl === undefined
      ? { url }
      : { replication: { defaultMode: 'master' as const, master: { url }, slaves: [{ url: readUrl }] } };
  return {
    type: 'postgres',
    ...connection,
    applicationName: 'modelfolio',
    entities: [...entities],
    synchronize: false,
    installExtensions: false,
    logging: false,
    logger: new NoLogger(),
    namingStrategy: new SnakeNamingStrategy(),
    poolSize,
    connectTimeoutMS: 3_000,
    // Pipelined: what is asked of one session at once is sent at once.
    extra: {
      types: typeParsers,
      keepAlive: true,
      pipeline: true,
      ...(asLoginRole ? {} : { onConnect: assumeApplicationRole }),
    },
  };
}

/** Opens a data source outside Nest; whoever opens it destroys it. */
export const openDataSource = (settings: DatabaseSettings): Promise<DataSource> =>
  new DataSource(dataSourceOptions(settings)).initialize();
