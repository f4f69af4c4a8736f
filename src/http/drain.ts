import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Socket } from 'node:net';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** An answer that takes longer is given up. */
const LONGEST_MS = 8_000;
/** A connection that nobody used for so long is closed without a last answer. */
const IDLE_MS = 250;
const STEP_MS = 25;

/** Lets nobody new in, and callers go: while it drains, every answer ends its connection. */
@Injectable()
export class Drain implements BeforeApplicationShutdown {
  private on = false;
  private readonly connections = new Set<Socket>();
  private readonly busy = new Set<Socket>();

  constructor(private readonly host: HttpAdapterHost) {}

  /** Whether the process is about to stop; load balancers should send nothing new. */
  get draining(): boolean {
    return this.on;
  }

  /** Keeps count of the connections of the server and of those that wait for an answer. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.connections.add(socket);
      socket.once('close', () => this.connections.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.busy.add(socket);
      response.once('close', () => this.busy.delete(socket));
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.on = true;
    // The command line runs the application without HTTP.
    const server: Server | undefined = this.host.httpAdapter?.getHttpServer();
    if (server === undefined) return;
    // Whoever has come to the door already is let in first.
    await turn();
    // Only the door closes here: the HTTP server's own close would cut connections on which a request may be coming.
    NetServer.prototype.close.call(server);
    for (let waited = 0; waited < LONGEST_MS && this.connections.size > 0; waited += STEP_MS) {
      // What has arrived on a connection, and was not read because the process was busy, is a request, too.
      await turn();
      if (waited >= IDLE_MS) for (const socket of this.connections) if (!this.busy.has(socket)) socket.destroy();
      await sleep(STEP_MS);
    }
  }
}

/** Ends the connection of each answer that is sent while the process drains. */
export function closeWhileDraining(server: FastifyInstance, drain: Drain): void {
  drain.watch(server.server);
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (drain.draining) void reply.header('connection', 'close');
    done(null, payload);
  });
}
