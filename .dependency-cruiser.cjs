/** Which room stands on which: a room may import from the floors below its own, never sideways or upwards. */
const FLOORS = [
  ['kernel'],
  ['config'],
  ['database'],
  ['http', 'egress'],
  ['events'],
  ['audit'],
  ['identity'],
  ['catalogue'],
  ['feeds', 'portfolio'],
  ['policy'],
  ['evaluations'],
  ['replacement'],
  ['lock-in'],
  ['swaps'],
  ['overview', 'notifications', 'operations'],
];
const ROOMS = FLOORS.flat();

const floorRules = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const allowed = [...FLOORS.slice(0, floor).flat(), room].join('|');
    return {
      name: `floor-${room}`,
      comment: `${room} may import only from the floors below it`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: `^src/(${allowed})/` },
    };
  }),
);

const serviceRules = ROOMS.map((room) => ({
  name: `no-foreign-service-${room}`,
  comment: 'Across features: a reader, a writer, a domain type, an entity, an event or the module; never a service',
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^src/[^/]+/.*\\.service\\.ts$', pathNot: `^src/${room}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floorRules,
    ...serviceRules,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/kernel/', '^node_modules/uuid/'] },
    },
    {
      name: 'pure-domain',
      comment:
        'domain/ knows no framework, database, clock or files; the event vocabulary and address arithmetic (net for isIP) are pure',
      severity: 'error',
      from: { path: '^src/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^src/[^/]+/domain/',
          '^src/kernel/',
          '^src/events/event-kinds\\.ts$',
          '^crypto$',
          '^net$',
          '^node_modules/ipaddr\\.js/',
        ],
      },
    },
    {
      name: 'pure-connectors',
      comment: 'a connector turns a payload into found releases, without I/O',
      severity: 'error',
      from: { path: '^src/feeds/connectors/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: [
          '^src/database/',
          '^src/egress/',
          '^src/http/',
          '^node_modules/(@nestjs|typeorm|undici|pg)/',
          '^(fs|http|https|net)',
        ],
      },
    },
    {
      name: 'services-know-no-dto',
      severity: 'error',
      from: { path: '^src/.*\\.(service|writer|reader|store)\\.ts$' },
      to: { path: '/dto/' },
    },
    {
      name: 'own-dto-only',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/([^/]+)/dto/', pathNot: '^src/($1|http)/dto/' },
    },
    { name: 'migrations-alone', severity: 'error', from: { path: '^migrations/' }, to: { path: '^(src|test|web)/' } },
    {
      name: 'not-from-above',
      comment: 'only the entry points know the composition',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'no-dev-dependency',
      comment: 'what runs in production is a dependency',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
