import { readFileSync } from 'node:fs';

/** Compares the licence of every package in package-lock.json with what the project has agreed to. */
const EVERYWHERE = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'Python-2.0',
  'OFL-1.1',
];
/** Used to build and to test; none of it is handed on. */
const DEVELOPMENT_ALONE = ['MPL-2.0', 'CC-BY-4.0'];
/** The console's build tools are ordinary dependencies of its workspace; their output carries nothing of them. */
const BUILD_TOOLS = /^(lightningcss(-.+)?|caniuse-lite)$/;
/** Packages whose manifest names no licence; what their licence file says. */
const READ_BY_HAND = { 'png-js': 'MIT' };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const refused = [];
const counts = {};
for (const [path, entry] of Object.entries(packages)) {
  if (path === '' || entry.link || !path.includes('node_modules/')) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = entry.license ?? READ_BY_HAND[name] ?? 'unknown';
  const isForDevelopment = entry.dev === true || BUILD_TOOLS.test(name);
  const allowed = isForDevelopment ? [...EVERYWHERE, ...DEVELOPMENT_ALONE] : EVERYWHERE;
  if (!isAllowed(licence, allowed)) refused.push(`${name} ${entry.version}: ${licence}`);
  counts[licence] = (counts[licence] ?? 0) + 1;
}
for (const each of refused) console.error(`licence not agreed to: ${each}`);
const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(`${total} packages, ${Object.keys(counts).length} licences, ${refused.length} refused`);
process.exitCode = refused.length === 0 ? 0 : 1;

/** Of `A OR B` one must be allowed, of `A AND B` both. */
function isAllowed(expression, allowed) {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((each) => isAllowed(each, allowed));
  return plain.split(' AND ').every((each) => allowed.includes(each));
}
