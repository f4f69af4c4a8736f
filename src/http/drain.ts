import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const LONGEST_MS = 1_500;
/** A connection that nobody used for so long is closed without a last answer. */
const IDLE_MS = 250;
const STEP_MS = 25;

/** Lets callers go before the door closes: while it drains, every answer ends its connection. */
@Injectable()
export class Drain implements BeforeApplicationShutdown {
  private on = false;

  constructor(private readonly host: HttpAdapterHost) {}

  /** Whether the process is about to stop; load balancers should send nothing new. */
  get draining(): boolean {
    return this.on;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.on = true;
    // The command line runs the application without HTTP.
    const server: FastifyInstance['server'] | undefined = this.host.httpAdapter?.getHttpServer();
    if (server === undefined) return;
    for (let waited = 0; waited < LONGEST_MS && (await connections(server)) > 0; waited += STEP_MS) {
      if (waited >= IDLE_MS) server.closeIdleConnections();
      await sleep(STEP_MS);
    }
  }
}

const connections = (server: FastifyInstance['server']): Promise<number> =>
  new Promise((resolve) => server.getConnections((error, count) => resolve(error === null ? count : 0)));

/** Ends the connection of each answer that is sent while the process drains. */
export function closeWhileDraining(server: FastifyInstance, drain: Drain): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (drain.draining) void reply.header('connection', 'close');
    done(null, payload);
  });
}
