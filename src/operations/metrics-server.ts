import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Config, isLoopback } from '../config/env.js';
import { StartupError } from '../config/startup-error.js';
import { Metrics } from './metrics.js';

const PATH = '/metrics';

/** Serves `/metrics` without a sign-in: on METRICS_PORT, else on PORT where only this machine reaches it. */
@Injectable()
export class MetricsServer implements OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private own: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  /** Watches the requests of the API's server and opens the door to the figures. Throws StartupError for a taken port. */
  async serve(server: FastifyInstance): Promise<void> {
    const { host, metricsPort } = this.config;
    this.metrics.observe(server);
    if (metricsPort !== undefined) await this.listen(metricsPort);
    else if (isLoopback(host)) {
      server.get(PATH, async (_request, reply) => reply.type(this.type).send(await this.metrics.text()));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.own?.closeAllConnections();
    this.own?.close();
  }

  private get type(): string {
    return this.metrics.registry.contentType;
  }

  private async listen(port: number): Promise<void> {
    this.own = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
      if (request.url?.split('?')[0] !== PATH || request.method !== 'GET') {
        response.writeHead(404).end();
        return;
      }
      void this.metrics.text().then(
        (text) => response.writeHead(200, { 'content-type': this.type }).end(text),
        (error: unknown) => {
          this.logger.error(error);
          response.writeHead(500).end();
        },
      );
    });
    this.own.maxConnections = 50;
    this.own.listen(port, this.config.host);
    await once(this.own, 'listening').catch((error: NodeJS.ErrnoException) => {
      throw new StartupError(
        `METRICS_PORT ${port} cannot be opened (${error.code ?? error.message}): set it to another.`,
      );
    });
  }
}
