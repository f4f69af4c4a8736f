import { flag, list, networks, oneOf, optional, secret, text, url, wholeNumber, withDefault } from './settings.js';
import type { Setting } from './settings.js';

const perMinute = wholeNumber(1, 100_000_000);

/** Every key of the configuration. A new one is added here and, by `npm run contract`, to `.env.example`. */
export const SETTINGS = {
  host: withDefault('HOST', 'Address that the server listens on.', text, '127.0.0.1'),
  port: withDefault('PORT', 'Port that the server listens on; 0 takes a free one.', wholeNumber(0, 65535), 3000),
  publicUrl: optional('PUBLIC_URL', 'Address under which people reach the service.', url('http:', 'https:')),
  nodeEnv: withDefault(
    'NODE_ENV',
    'development, test or production.',
    oneOf(['development', 'test', 'production']),
    'development',
  ),
  logLevel: withDefault(
    'LOG_LEVEL',
    'The least severe message that is logged.',
    oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'info',
  ),
  metricsPort: optional(
    'METRICS_PORT',
    'Port for metrics alone; without it /metrics is served on PORT, and only where HOST is a loopback address.',
    wholeNumber(1, 65535),
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    'PostgreSQL 15 to 18 to use; without it the embedded one is started.',
    url('postgres:', 'postgresql:'),
  ),
  readDatabaseUrl: optional(
    'READ_DATABASE_URL',
    'Read replica for reads that may lag behind.',
    url('postgres:', 'postgresql:'),
  ),
  migrationDatabaseUrl: optional(
    'MIGRATION_DATABASE_URL',
    'Same database as a role that owns the schema, for migrations alone.',
    url('postgres:', 'postgresql:'),
  ),
  dbPoolSize: withDefault('DB_POOL_SIZE', 'Most database sessions of one process.', wholeNumber(2, 500), 16),
  answerMemoryMb: withDefault(
    'ANSWER_MEMORY_MB',
    'Memory for answers that are given again while nothing has changed, in MB; 0 keeps none.',
    wholeNumber(0, 1_000),
    16,
  ),
  workers: withDefault(
    'WORKERS',
    'Run background jobs in this process; false leaves them to other replicas.',
    flag,
    true,
  ),
  dataDir: optional(
    'DATA_DIR',
    'Folder of the embedded database and generated secrets; by default .data, else the state folder of the user.',
    text,
  ),
  demo: optional('DEMO', 'Load the demo portfolio on first start; by default only on the embedded database.', flag),
  secretKey: optional(
    'SECRET_KEY',
    'Signs cookies and page cursors, at least 32 characters; by default generated and kept in DATA_DIR.',
    secret(32),
  ),
  authMode: withDefault(
    'AUTH_MODE',
    'local: built-in accounts for trials; oidc: the sign-in of the enterprise.',
    oneOf(['local', 'oidc']),
    'local',
  ),
  localSignInUnsafe: withDefault(
    'LOCAL_SIGN_IN_UNSAFE',
    'Allow AUTH_MODE=local although HOST can be reached from other machines.',
    flag,
    false,
  ),
  oidcIssuer: optional(
    'OIDC_ISSUER',
    'Issuer of the identity provider, exactly as its tokens name it.',
    url('https:', 'http:'),
  ),
  oidcClientId: optional('OIDC_CLIENT_ID', 'Client that the console signs people in with.', text),
  oidcClientSecret: optional(
    'OIDC_CLIENT_SECRET',
    'Secret of that client; leave it out for a public client.',
    secret(8),
  ),
  oidcAudience: optional('OIDC_AUDIENCE', 'Audience that access tokens for the API must carry.', text),
  oidcScopes: withDefault('OIDC_SCOPES', 'Scopes that the console asks for.', text, 'openid profile email'),
  oidcRolesClaim: withDefault('OIDC_ROLES_CLAIM', 'Claim that carries roles; dots lead into objects.', text, 'roles'),
  oidcTeamsClaim: withDefault('OIDC_TEAMS_CLAIM', 'Claim that carries teams; dots lead into objects.', text, 'groups'),
  oidcRoleMap: optional(
    'OIDC_ROLE_MAP',
    'Roles for values of the roles claim, such as bank-ai-platform=PLATFORM_ENGINEER,bank-audit=AUDITOR; names of roles always count.',
    list,
  ),
  oidcTokenTypes: optional(
    'OIDC_TOKEN_TYPES',
    'Values of the typ header that access tokens may have; by default at+jwt,JWT.',
    list,
  ),
  sessionIdleMinutes: withDefault(
    'SESSION_IDLE_MINUTES',
    'Minutes without a request after which a session ends; after twelve hours (720) it ends anyway.',
    wholeNumber(5, 720),
    60,
  ),
  rateLimitReads: withDefault(
    'RATE_LIMIT_READS',
    'Reads of one caller in a minute, in one process.',
    perMinute,
    60_000,
  ),
  rateLimitWrites: withDefault(
    'RATE_LIMIT_WRITES',
    'Writes of one caller in a minute, over all processes.',
    perMinute,
    600,
  ),
  rateLimitSignIns: withDefault(
    'RATE_LIMIT_SIGN_INS',
    'Sign-ins from one address in a minute, over all processes.',
    perMinute,
    60,
  ),
  rateLimitTransfers: withDefault(
    'RATE_LIMIT_TRANSFERS',
    'Uploads, and likewise exports, of one caller in a minute, over all processes.',
    perMinute,
    60,
  ),
  egressAllowedHosts: optional(
    'EGRESS_ALLOWED_HOSTS',
    'Hosts that webhooks and own feeds may call, separated by commas; *.example.com for what lies below one.',
    list,
  ),
  egressPrivateNetworks: optional(
    'EGRESS_PRIVATE_NETWORKS',
    'Own networks that may be called, such as 10.20.0.0/16, separated by commas; all other private addresses are refused.',
    networks,
  ),
  egressProxy: optional(
    'EGRESS_PROXY',
    'Proxy for calls to listed hosts; it resolves their names, so it must refuse private addresses itself.',
    url('http:', 'https:'),
  ),
  feedsPolled: optional(
    'FEEDS_POLLED',
    'Feeds that are fetched by schedule, separated by commas; all by default, "none" for none.',
    list,
  ),
  feedMirrors: optional(
    'FEED_MIRRORS',
    'Own copies of feeds, such as models.dev=https://mirror.example/models.dev, separated by commas.',
    list,
  ),
  hubOrganisations: optional(
    'HUB_ORGANISATIONS',
    'Organisations whose Hugging Face repositories are listed; by default those of the vendors that the catalogue follows.',
    list,
  ),
  hubToken: optional('HUB_TOKEN', 'Hugging Face token, for more calls in an hour.', secret(8)),
  gatewayTokens: optional(
    'GATEWAY_TOKENS',
    'Bearer tokens of own gateways by their names, such as main=TOKEN, separated by commas.',
    secret(8),
  ),
  artificialAnalysisKey: optional('ARTIFICIAL_ANALYSIS_KEY', 'API key of Artificial Analysis.', secret(8)),
  trustedProxies: optional(
    'TRUSTED_PROXIES',
    'Addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas.',
    list,
  ),
} as const satisfies Record<string, Setting<unknown>>;

export type Values = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never;
};
