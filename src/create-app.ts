import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/env.js';
import { TYPE_OF_SUFFIX, accepted } from './http/accept.js';
import { apiDocument, serveDocs } from './http/api-docs.js';
import { BODY_LIMIT, parseBodies, refuseNul } from './http/body-parser.js';
import { answerClientError, answerRouterError, refuseWithoutHost } from './http/client-errors.js';
import { serveConsole } from './http/console.js';
import { announceDeprecations } from './http/deprecation.js';
import { closeWhileDraining, Drain } from './http/drain.js';
import { tagAnswers } from './http/etag.js';
import { Lists } from './http/lists.js';
import { createLogger, frameworkLogger, logRequests } from './http/logging.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RouteTable } from './http/route-table.js';
import { secureHeaders } from './http/security-headers.js';
import { traceRequests } from './http/trace.js';
import { InputPipe } from './http/validation.pipe.js';
import { isOpenToAll } from './identity/open-to-all.js';
import { SystemClock } from './kernel/clock.js';
import type { Clock } from './kernel/clock.js';
import { MetricsServer } from './operations/metrics-server.js';

export const API_PREFIX = 'v1';
/** Addresses that are not part of the versioned API. */
const UNPREFIXED = ['livez', 'readyz', 'metrics', 'auth/login', 'auth/callback', 'auth/logout'];

export interface Overrides {
  readonly clock?: Clock;
  /** Modules on top of the product's own. */
  readonly modules?: readonly Type[];
}

/** Builds the whole application, ready to listen; the database must be migrated. Whoever builds it closes it. */
export async function createApp(
  config: Config,
  { clock = new SystemClock(), modules = [] }: Overrides = {},
): Promise<NestFastifyApplication> {
  const logger = createLogger(config);
  if (isOpenToAll(config)) logger.warn('LOCAL_SIGN_IN_UNSAFE: whoever reaches this server can sign in as anybody');
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    childLoggerFactory: (shared: FastifyBaseLogger) => shared, // what is logged of a request carries its id itself
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    http: { requireHostHeader: false }, // Node's own refusal is no problem document: see refuseWithoutHost
    return503OnClosing: false,
    forceCloseConnections: false,
    keepAliveTimeout: 72_000,
    requestTimeout: 120_000,
    clientErrorHandler: answerClientError,
    frameworkErrors: answerRouterError,
    rewriteUrl: withoutSuffix,
    trustProxy: config.trustedProxies === undefined ? false : [...config.trustedProxies],
    routerOptions: { maxParamLength: 200 },
  });
  const server: FastifyInstance = adapter.getInstance();
  const routes = new RouteTable();
  noteRoutes(server, routes);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, clock, modules), adapter, {
    bodyParser: false,
    logger: frameworkLogger(logger),
    abortOnError: false,
  });
  try {
    await assemble(app, server, config, routes);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Puts the mechanisms that every answer passes through around the features. */
async function assemble(
  app: NestFastifyApplication,
  server: FastifyInstance,
  config: Config,
  routes: RouteTable,
): Promise<void> {
  traceRequests(server);
  refuseWithoutHost(server);
  secureHeaders(server, config);
  await server.register(cookie);
  parseBodies(server);
  refuseNul(server);
  refuseUnacceptable(server);
  announceDeprecations(server);
  tagAnswers(server);
  app.get(Lists).show(server);
  logRequests(server);
  await app.get(MetricsServer).serve(server);
  closeWhileDraining(server, app.get(Drain));
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED });
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter(routes));
  await serveDocs(server, () => apiDocument(app));
  await serveConsole(server);
  await app.init();
  await server.ready();
}

/** `/v1/models.csv` is `/v1/models` asked for as CSV. */
function withoutSuffix(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const [path = ''] = url.split('?', 1);
  const suffix = Object.keys(TYPE_OF_SUFFIX).find((each) => path.endsWith(each));
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (suffix === undefined || !reads || !path.startsWith(`/${API_PREFIX}/`)) return url;
  request.headers['accept'] = TYPE_OF_SUFFIX[suffix];
  return path.slice(0, -suffix.length) + url.slice(path.length);
}

function noteRoutes(server: FastifyInstance, routes: RouteTable): void {
  server.addHook('onRoute', (route) => {
    routes.add(route.url, route.method);
    const { bodyLimit } = route.config?.own ?? {};
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
}

function refuseUnacceptable(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404 && request.url.startsWith(`/${API_PREFIX}/`)) accepted(request);
    done();
  });
}
