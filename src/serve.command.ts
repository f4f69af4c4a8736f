import { constants } from 'node:os';
import type { Command } from 'commander';
import { parseEnv } from './config/env.js';
import type { Config } from './config/env.js';
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
      const ended = nextSignal();
      void ended.then((signal) => print(`\n${signal}: finishing open requests, then stopping the database`));
      const service = await start(config, print);
      for (const line of banner(service, config)) print(line);
      const signal = await ended;
      await service.stop();
      print('Stopped.');
      // The shell's convention; npm and supervisors read an interrupt as the ordinary end.
      process.exitCode = signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 128 + constants.signals[signal];
    });
}

/** Resolves with the first signal; npm passes on what the terminal has already sent, so later ones are ignored. */
const nextSignal = (): Promise<(typeof SIGNALS)[number]> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
  });

function banner({ url, database }: Service, config: Config): string[] {
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
