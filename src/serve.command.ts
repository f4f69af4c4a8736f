import { constants } from 'node:os';
import type { Command } from 'commander';
import { parseEnv } from './config/env.js';
import type { Config } from './config/env.js';
import { createLogger } from './http/logging.js';
import { start } from './main.js';
import type { Service } from './main.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Print = (line: string) => void;

/** `modelfolio serve`: runs the service until a signal ends it. */
export function registerServeCommand(program: Command, { print }: { print: Print }): void {
  program
    .command('serve', { isDefault: true })
    .description('start the service: database, schema, API and console')
    .action(async () => {
      const config = parseEnv(process.env);
      const report = reportTo(config, print);
      const ended = nextSignal();
      void ended.then((signal) => report(`\n${signal}: finishing open requests and jobs`));
      const service = await start(config, report);
      for (const line of banner(service, config)) report(line);
      const signal = await ended;
      await service.stop();
      report('Stopped.');
      // The shell's convention; npm and supervisors read an interrupt as the ordinary end.
      process.exitCode = signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 128 + constants.signals[signal];
    });
}

/** In production whatever is said is a line of the log, so that who collects it need not tell two forms apart. */
function reportTo(config: Config, print: Print): Print {
  if (config.nodeEnv !== 'production') return print;
  const logger = createLogger(config);
  return (line) => logger.info(line.trim());
}

/** Resolves with the first signal; npm passes on what the terminal has already sent, so later ones are ignored. */
const nextSignal = (): Promise<(typeof SIGNALS)[number]> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
  });

function banner({ url, database }: Service, config: Config): string[] {
  if (config.nodeEnv === 'production') return [`Modelfolio is running at ${url} on ${database}`];
  const signIn =
    config.authMode === 'local'
      ? [
          `  Sign in    in the console as "platform" (also: tool-owner, manager, validator, auditor, admin), or`,
          `             curl -X POST ${url}/v1/local-session -H 'content-type: application/json' -d '{"account":"platform"}'`,
          `  Try first  curl -H "authorization: Bearer TOKEN" '${url}/v1/flags?limit=5'   (TOKEN from the sign-in)`,
        ]
      : ['  Sign in    with the account of your enterprise'];
  return [
    '',
    `Modelfolio is running at ${url}`,
    `  Console    ${url}/   API docs ${url}/docs   contract ${url}/openapi.json`,
    `  Database   ${database}`,
    ...signIn,
    '  Stop       Ctrl-C',
  ];
}
