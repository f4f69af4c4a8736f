import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Config } from './env.js';

/** Makes the parsed configuration injectable everywhere: `constructor(private readonly config: Config)`. */
@Module({})
export class ConfigModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}
