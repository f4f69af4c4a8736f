import { build } from './build.js';

/** `npm start`: builds what has changed, then serves. */
try {
  await build(console.log);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.argv.splice(2, Infinity, 'serve');
await import('../bin/modelfolio.js');
