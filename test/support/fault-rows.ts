/** One promise of the product, the fault that tests it, where, and how often: in `npm test` and in `npm run test:faults`. */
export interface FaultRow {
  readonly promise: string;
  readonly fault: string;
  readonly tests: readonly string[];
  readonly short: Readonly<Record<string, number>>;
  readonly full: Readonly<Record<string, number>>;
}

/** The tests take their counts from here, and docs/operations/faults.md is printed from here. */
export const FAULT_ROWS = {
  'acknowledged-writes': {
    promise: 'an acknowledged write is never lost, and never half done',
    fault: 'kill −9 of the server under writers at random moments',
    tests: ['test/faults/killed-server.spec.ts'],
    short: { kills: 3, writers: 16 },
    full: { kills: 50, writers: 16 },
  },
  'lost-database': {
    promise: 'it survives its database',
    fault: 'kill −9 and immediate stop of PostgreSQL, end of all sessions, SIGSTOP',
    tests: ['test/faults/lost-database.spec.ts'],
    short: { cycles: 4, frozenSeconds: 1.5 },
    full: { cycles: 20, frozenSeconds: 10 },
  },
  'one-decision': {
    promise: 'one decision wins',
    fault: 'two server processes, 20 callers each, the same approval',
    tests: ['test/faults/approval-race.spec.ts', 'test/faults/races.spec.ts'],
    short: { requests: 80 },
    full: { requests: 520 },
  },
  'retried-post': {
    promise: 'a retried POST acts once',
    fault: 'one Idempotency-Key × 50 over two processes; kill between commit and answer',
    tests: ['test/http-idempotency.spec.ts'],
    short: { keys: 10, kills: 2 },
    full: { keys: 200, kills: 100 },
  },
  'lost-update': {
    promise: 'no lost update',
    fault: 'stale If-Match, four callers over two processes against a model',
    tests: ['test/faults/races.spec.ts'],
    short: { interleavings: 30 },
    full: { interleavings: 1_000 },
  },
  'four-eyes': {
    promise: 'four eyes',
    fault: 'self-approval by API, token and raw SQL; stale approval, moved base, lost role, expiry',
    tests: [
      'test/swaps-four-eyes.spec.ts',
      'test/swaps-database.spec.ts',
      'test/swaps-database-records.spec.ts',
      'test/swaps-model.spec.ts',
    ],
    short: { stepsInMemory: 10_000, stepsOverHttp: 500 },
    full: { stepsInMemory: 10_000, stepsOverHttp: 500 },
  },
  'audit-trail': {
    promise: 'the audit trail cannot be bent unseen',
    fault: 'edits by a superuser: updates, deletes, inserts, reorders, truncates, a rewritten tail',
    tests: ['test/audit-tampering.spec.ts', 'test/audit-scale.spec.ts'],
    short: { edits: 200, verifiedEvents: 100_000 },
    full: { edits: 200, verifiedEvents: 100_000 },
  },
  'lost-event': {
    promise: 'no event is lost',
    fault:
      'worker killed after the send; receiver 500, 429, 410, redirect, silence, endless answer; a long transaction',
    tests: ['test/faults/killed-worker.spec.ts', 'test/notifications-deliveries.spec.ts', 'test/events.spec.ts'],
    short: { messages: 20, kills: 1 },
    full: { messages: 200, kills: 10 },
  },
  'poisoned-feed': {
    promise: 'a poisoned feed harms nothing',
    fault: '2 GB stream, gzip bomb, depth 10,000, wrong types, duplicates, hostile keys and names, impossible dates',
    tests: ['test/faults/poisoned-feed.spec.ts', 'test/faults/endless-feed.spec.ts', 'test/feeds.spec.ts'],
    short: { permutations: 12, streams: 1 },
    full: { permutations: 500, streams: 5 },
  },
  'dead-feed': {
    promise: 'a dead feed does not empty the catalogue',
    fault: 'down, 304, flapping, half a list',
    tests: ['test/feeds-polling.spec.ts', 'test/feeds.spec.ts'],
    short: {},
    full: {},
  },
  egress: {
    promise: 'nothing goes where it must not',
    fault: 'server-side request forgery with DNS rebinding and redirects',
    tests: ['test/egress.spec.ts'],
    short: {},
    full: {},
  },
  'sign-in': {
    promise: 'nobody gets in',
    fault:
      'alg none, HS256 with the public key, wrong kid, aud, iss, typ, expired, own keys, rotated keys, provider down',
    tests: ['test/identity-bearer.spec.ts'],
    short: {},
    full: {},
  },
  permissions: {
    promise: 'nobody gets further in',
    fault: 'every route × role × own and foreign object',
    tests: ['test/identity-matrix.spec.ts'],
    short: {},
    full: {},
  },
  'hostile-text': {
    promise: 'hostile text stays text',
    fault: 'XSS in every text field, formulas in CSV, log injection',
    tests: [
      'test/browser/hostile-text.spec.ts',
      'test/browser/untrusted-text.spec.ts',
      'test/http-lists.spec.ts',
      'test/http-logging.spec.ts',
    ],
    short: {},
    full: {},
  },
  secrets: {
    promise: 'secrets stay secret',
    fault: 'canaries in header fields, cookies, bodies, webhook secrets and the address of the database',
    tests: ['test/http-logging.spec.ts', 'test/notifications-webhooks.spec.ts'],
    short: {},
    full: {},
  },
  'polite-stop': {
    promise: 'it stops politely',
    fault: 'SIGTERM under keep-alive load',
    tests: ['test/http-shutdown.spec.ts'],
    short: { requestsPerSecond: 100, stops: 1 },
    full: { requestsPerSecond: 500, stops: 5 },
  },
  upgrade: {
    promise: 'it upgrades in place',
    fault: 'the released server on the new schema; migrations over a filled database',
    tests: ['test/faults/upgrade.spec.ts', 'test/faults/previous-release.spec.ts'],
    short: { auditEvents: 2_000 },
    full: { auditEvents: 1_000_000 },
  },
  backup: {
    promise: 'backups restore',
    fault: 'pg_dump under load, restored and compared',
    tests: ['test/faults/backup.spec.ts'],
    short: { pools: 60, auditEvents: 1_000 },
    full: { pools: 2_000, auditEvents: 1_000_000 },
  },
  leaks: {
    promise: 'it does not leak',
    fault: 'a constant mix of requests',
    tests: ['test/faults/leaks.spec.ts'],
    short: { requests: 5_000 },
    full: { requestsPerSecond: 300, seconds: 180 },
  },
  'bad-input': {
    promise: 'bad input gets an answer',
    fault: 'large and deep bodies, bad UTF-8, unknown fields, wrong types, huge header fields, rubbish on the socket',
    tests: ['test/http-bad-input.spec.ts', 'test/http-conventions.spec.ts', 'test/http-raw-sockets.spec.ts'],
    short: {},
    full: {},
  },
} as const satisfies Record<string, FaultRow>;
