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
// Who ends npm ends its shell, and the shell tells nobody: a lost parent means the end, too.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 500).unref();

process.argv.splice(2, Infinity, 'serve');
await import('../bin/modelfolio.js');
