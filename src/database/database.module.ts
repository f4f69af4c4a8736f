import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/env.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { Snapshots } from './snapshots.js';

/** Global: provides `Database` and the data source with the entities that features list in `TypeOrmModule.forFeature`. */
@Module({})
export class DatabaseModule {
  static forRoot(config: Config): DynamicModule {
    const { databaseUrl: url, readDatabaseUrl: readUrl, dbPoolSize: poolSize } = config;
    if (url === undefined) throw new TypeError('The database must be started before the application');
    const options = dataSourceOptions({ url, readUrl, poolSize });
    return {
      module: DatabaseModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ ...options, autoLoadEntities: true, retryAttempts: 0 })],
      providers: [Database, Snapshots],
      exports: [Database, Snapshots, TypeOrmModule],
    };
  }
}
