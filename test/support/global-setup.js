import './typescript.js';

/** Runs once before all test files, outside Jest's module system. */
export default async function globalSetup() {
  const { startTestServer } = await import('./test-server.ts');
  await startTestServer();
}
