import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.js';
import { FiguresReader } from './figures.reader.js';
import type { Figures } from './figures.reader.js';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** A frozen database must not hold up the scraper, which gives up after ten seconds by default. */
const ANSWER_WITHIN_MS = 3_000;

/** What the process and its database are doing, for Prometheus; labels take their values from closed lists. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = this.counter('http_requests_total', 'Answered requests.', ['method', 'route', 'status']);
  private readonly durations = new Histogram({
    name: 'modelfolio_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly sessions = this.gauge('database_sessions', 'Sessions of this process to the database.', ['state']);
  private readonly up = this.gauge('database_up', '1 while the database answers.', []);
  private readonly jobs = this.gauge('jobs', 'Jobs that are not done.', ['queue', 'state']);
  private readonly lag = this.gauge('outbox_lag_seconds', 'Age of the oldest event nobody has handed out.', []);
  private readonly feedAge = this.gauge('feed_age_seconds', 'Time since the last facts of a feed.', ['feed']);
  private readonly stale = this.gauge('feed_stale', '1 where a polled feed is older than twice its interval.', [
    'feed',
  ]);
  private readonly held = this.gauge('feed_quarantined_items', 'Items in quarantine.', ['feed']);
  private readonly flags = this.gauge('open_flags', 'Flags that wait for a decision.', ['severity']);

  constructor(
    private readonly database: Database,
    private readonly reader: FiguresReader,
  ) {
    collectDefaultMetrics({ register: this.registry, prefix: 'modelfolio_' });
  }

  /** Counts and times each answer under the address of its route, never under the address that was asked for. */
  observe(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const method = METHODS.includes(request.method) ? request.method : 'other';
      const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
      this.requests.inc({ method, route, status: String(reply.statusCode) });
      this.durations.observe({ method, route }, reply.elapsedTime / 1000);
      done();
    });
  }

  /** Returns the text that Prometheus reads; without the database, the figures of the process alone. */
  async text(): Promise<string> {
    const { totalCount, idleCount, waitingCount } = this.database.pool;
    this.sessions.set({ state: 'open' }, totalCount);
    this.sessions.set({ state: 'idle' }, idleCount);
    this.sessions.set({ state: 'waited-for' }, waitingCount);
    this.show(await this.figures());
    return this.registry.metrics();
  }

  private figures(): Promise<Figures | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS);
    });
    const asked = this.reader.read().catch(() => undefined);
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }

  private show(figures: Figures | undefined): void {
    this.up.set(figures === undefined ? 0 : 1);
    for (const gauge of [this.jobs, this.lag, this.feedAge, this.stale, this.held, this.flags]) gauge.reset();
    // Old figures would look like good ones.
    if (figures === undefined) return this.lag.remove();
    for (const { queue, state, count } of figures.jobs) this.jobs.set({ queue, state }, count);
    this.lag.set(figures.outboxLagSeconds);
    for (const { name, ageSeconds, isStale, held } of figures.feeds) {
      if (ageSeconds !== null) this.feedAge.set({ feed: name }, ageSeconds);
      this.stale.set({ feed: name }, isStale ? 1 : 0);
      this.held.set({ feed: name }, held);
    }
    for (const { severity, count } of figures.flags) this.flags.set({ severity }, count);
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Gauge<Label> {
    return new Gauge({ name: `modelfolio_${name}`, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  private counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name: `modelfolio_${name}`, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}
