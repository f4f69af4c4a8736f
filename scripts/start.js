import { build } from './build.js';

/** `npm start`: builds what has changed, then serves. */
try {
  await build(console.log);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// A person watches this terminal: what went wrong is enough, unless they ask for more.
process.env.LOG_LEVEL ??= 'warn';
process.argv.splice(2, Infinity, 'serve');
await import('../bin/modelfolio.js');
