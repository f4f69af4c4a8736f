import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the built service opens beside its own code. */
const READ_AT_RUN_TIME = [
  'package.json',
  'bin/modelfolio.js',
  'docs/errors.md',
  'seeds/catalogue.json',
  'web/dist/index.html',
];

/** Reads Dockerfile and docker-compose.yml without a Docker engine and says what in them cannot work or is unsafe. */
const problems = [
  ...checkDockerfile(readFileSync('Dockerfile', 'utf8')),
  ...checkCompose(readFileSync('docker-compose.yml', 'utf8')),
];
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'Dockerfile and docker-compose.yml: nothing found' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkDockerfile(text) {
  const instructions = text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line)?.slice(1) ?? ['?', line]);
  const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'];
  const stages = instructions.filter(([name]) => name === 'FROM').map(([, rest]) => / AS (\S+)$/.exec(rest)?.[1]);
  const last = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
  const of = (name) => last.filter(([each]) => each === name).map(([, rest]) => rest);
  return [
    ...instructions
      .filter(([name]) => !known.includes(name))
      .map(([, rest]) => `Dockerfile: unknown instruction: ${rest}`),
    ...instructions
      .filter(([name]) => name === 'FROM')
      .flatMap(([, rest]) => (/^node:24-\S+/.test(rest) ? [] : [`Dockerfile: not Node 24: ${rest}`])),
    ...instructions.filter(([name]) => name === 'COPY').flatMap(([, rest]) => checkCopy(rest, stages)),
    ...(stages.length > 1 && !stages.includes(undefined) ? [] : ['Dockerfile: stages must be several and named']),
    ...(of('USER').some((user) => user !== 'root' && user !== '0')
      ? []
      : ['Dockerfile: the service would run as root']),
    ...READ_AT_RUN_TIME.filter((path) => !of('COPY').some((rest) => copies(rest, path))).map(
      (path) => `Dockerfile: the service reads ${path}, which is not copied`,
    ),
    ...(of('HEALTHCHECK').length === 1 ? [] : ['Dockerfile: no health check']),
    ...[...of('ENTRYPOINT'), ...of('CMD')].flatMap((rest) =>
      rest.startsWith('[') ? [] : [`Dockerfile: a shell would catch the signals: ${rest}`],
    ),
  ];
}

/** Whether a COPY brings the path, by itself or with its folder, to where it lies in the checkout. */
function copies(rest, path) {
  const words = rest.split(/\s+/).filter((each) => !each.startsWith('--'));
  const to = words.at(-1).replace(/^\.\/?$/, '');
  return words.slice(0, -1).some((from) => {
    const source = from.replace(/^\/app\//, '');
    const target = to === '' || to.endsWith('/') ? to + source.split('/').at(-1) : to;
    return target === source && (path === source || path.startsWith(`${source}/`));
  });
}

function checkCopy(rest, stages) {
  const [first, ...others] = rest.split(/\s+/);
  const stage = /^--from=(\S+)$/.exec(first)?.[1];
  if (stage !== undefined) return stages.includes(stage) ? [] : [`Dockerfile: no stage ${stage}`];
  const sources = [first, ...others].slice(0, -1);
  return sources.filter((each) => !existsSync(each)).map((each) => `Dockerfile: nothing to copy: ${each}`);
}

function checkCompose(text) {
  const { services = {}, volumes = {} } = parse(text);
  const { database, service } = services;
  if (database === undefined || service === undefined) return ['docker-compose.yml: database and service are needed'];
  const named = Object.values(services)
    .flatMap((each) => each.volumes ?? [])
    .map((each) => each.split(':')[0]);
  return [
    ...(/^postgres:18\b/.test(database.image) ? [] : ['docker-compose.yml: the database is not PostgreSQL 18']),
    ...(service.depends_on?.database?.condition === 'service_healthy'
      ? []
      : ['docker-compose.yml: the service does not wait for the database']),
    ...(database.healthcheck === undefined ? ['docker-compose.yml: the database has no health check'] : []),
    ...(database.ports === undefined ? [] : ['docker-compose.yml: the database is published']),
    ...(service.ports ?? [])
      .filter((each) => !each.startsWith('127.0.0.1:'))
      .map((each) => `docker-compose.yml: published to everybody: ${each}`),
    ...named
      .filter((each) => (each.startsWith('.') ? !existsSync(each) : !(each in volumes)))
      .map((each) => `docker-compose.yml: no volume or file ${each}`),
    ...(/^\s*\w*(PASSWORD|SECRET_KEY): *[^$\s]/m.test(text) ? ['docker-compose.yml: a secret is written down'] : []),
  ];
}
