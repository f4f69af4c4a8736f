import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Config } from '../config/env.js';

const SECRETS = [
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'secret',
  'password',
  'access_token',
  'id_token',
  'refresh_token',
  'code',
  'state',
];

/** Returns the logger of the process: one JSON object a line, secrets blotted out. */
export const createLogger = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino(
    {
      level: logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: {
        paths: SECRETS.filter((name) => name !== 'code').flatMap((name) => [
          `["${name}"]`,
          `*["${name}"]`,
          `*.*["${name}"]`,
        ]),
        censor: '[redacted]',
      },
      serializers: { err: describeError },
    },
    // No answer waits for the line about it; what is still on its way is written when the process ends.
    pino.destination({ sync: false }),
  );

/** Messages of drivers may carry connection strings; their user information is blotted out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const { name, message, stack } = error;
  const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {};
  return { type: name, message: withoutCredentials(message), stack: withoutCredentials(stack ?? ''), ...cause };
}

const withoutCredentials = (text: string): string => text.replace(/(\w+:\/\/)[^\s/@]*@/g, '$1[redacted]@');

/** Contexts under which the framework tells at every start what it wires up. */
const WIRING: readonly unknown[] = [
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'NestApplicationContext',
];

/** Lets the framework log through the same logger; what it says at every start goes to debug. */
export function frameworkLogger(logger: Logger): LoggerService {
  const context = (optional: readonly unknown[]): { context?: unknown } => ({ context: optional.at(-1) });
  return {
    log: (message: unknown, ...rest: unknown[]) =>
      logger[WIRING.includes(rest.at(-1)) ? 'debug' : 'info'](context(rest), String(message)),
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(context(rest), String(message)),
    error: (message: unknown, ...rest: unknown[]) =>
      message instanceof Error
        ? logger.error({ err: message, ...context(rest) })
        : logger.error(context(rest), String(message)),
    debug: (message: unknown, ...rest: unknown[]) => logger.debug(context(rest), String(message)),
    verbose: (message: unknown, ...rest: unknown[]) => logger.trace(context(rest), String(message)),
  };
}

/** Writes one line per answered request; the query is left out, because it may carry personal data. */
export function logRequests(server: FastifyInstance): void {
  // Nothing secret is among these fields, so nothing has to be looked for.
  const log = server.log.child({}, { redact: [] });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'none' : request.routeOptions.url;
    const { requestId, traceparent, problem: code, actor } = request.scope;
    const fields = { requestId, traceparent, method: request.method, route, status: reply.statusCode, code };
    log.info({ ...fields, ms: Math.round(reply.elapsedTime * 10) / 10, personId: actor?.personId }, 'answered');
    done();
  });
}
