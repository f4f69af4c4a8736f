import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Whether it has neither ended nor been ended. */
  running(): boolean;
  /** Returns the bytes that live on its heap once all rubbish is collected. */
  heapBytes(): Promise<number>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

const SCRIPTS = {
  /** The application over a database that is migrated. */
  app: 'app-process.ts',
  /** The whole service as `serve` starts it: schema, first data, application. */
  service: 'service-process.ts',
};
/** The checkout whose sources run; another one is an older release. */
const HERE = fileURLToPath(new URL('../..', import.meta.url));

/** Starts one more server process over the database. */
export async function startServerProcess(
  databaseUrl: string,
  env: Record<string, string> = {},
  script: keyof typeof SCRIPTS = 'app',
  root = HERE,
): Promise<ServerProcess> {
  const support = pathToFileURL(`${root}/test/support/`);
  const child = fork(fileURLToPath(new URL(SCRIPTS[script], support)), {
    cwd: root,
    execArgv: ['--expose-gc', '--import', new URL('typescript.js', support).href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      SECRET_KEY: 'a secret of the tests, long enough for all',
      DATABASE_URL: databaseUrl,
      DB_POOL_SIZE: '8',
      RATE_LIMIT_SIGN_INS: '10000',
      RATE_LIMIT_WRITES: '1000000',
      ...env,
    },
  });
  const [message]: unknown[] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the server process ended with ${String(code)}`);
    }),
  ]);
  return {
    url: urlOf(message),
    pid: child.pid ?? 0,
    running: () => child.exitCode === null && child.signalCode === null,
    async heapBytes() {
      child.send('heap');
      const [answer]: unknown[] = await once(child, 'message');
      return Number(Object(answer).heapBytes);
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function urlOf(message: unknown): string {
  if (typeof message === 'object' && message !== null && 'url' in message && typeof message.url === 'string') {
    return message.url;
  }
  throw new TypeError('the server process did not say where it listens');
}
