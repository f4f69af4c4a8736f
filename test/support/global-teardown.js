/** Runs once after all test files, in the process of global-setup.js. */
export default async function globalTeardown() {
  const { stopTestServer } = await import('./test-server.ts');
  await stopTestServer();
}
