import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // Every worker drives one PostgreSQL; more of them than this wait for it.
  maxWorkers: Math.min(4, availableParallelism()),
  // Node 20 keeps the modules of every finished file, some 45 MB each: a worker that has grown large is replaced, since it
  // would slow down with every file, and to end takes it a second for each GB, more on a busy machine.
  workerIdleMemoryLimit: '256MB',
  workerGracefulExitTimeout: 10_000,
  // No bound but a guard against hanging: a hook that is given up leaves its service running, and its worker with it.
  testTimeout: 300_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
