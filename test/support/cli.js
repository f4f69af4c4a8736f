import './typescript.js';

/** The command line from the sources, as a process of its own: no build is needed. */
const { run } = await import('../../src/cli.ts');
await run(process.argv.slice(2));
