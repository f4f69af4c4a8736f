import { existsSync, readFileSync } from 'node:fs';

/** Reads the tables of docs/security.md: every item has a known state, what is met names a test, every named file exists. */
const FILE = 'docs/security.md';
const STATES = ['met', 'partly', 'operator', 'not applicable'];
const CHAPTERS = 17;

const rows = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => /^\| (V\d|API\d)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const problems = rows.flatMap(([item, state, control, tests]) => {
  const files = [...`${control} ${tests}`.matchAll(/`((?:test|src|scripts|docs|migrations)\/[^`*]+?)`/g)].map(
    ([, file]) => file,
  );
  return [
    ...(STATES.includes(state) ? [] : [`${item}: unknown state "${state}"`]),
    ...(control ? [] : [`${item}: no control`]),
    ...(state === 'met' && !/`(test|src|scripts)\//.test(tests) ? [`${item}: met, but no test says so`] : []),
    ...files.filter((file) => !existsSync(file)).map((file) => `${item}: there is no ${file}`),
  ];
});
for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
  if (!rows.some(([item]) => new RegExp(`^V${chapter}[. ]`).test(item)))
    problems.push(`chapter V${chapter} is missing`);
}
for (const problem of problems) console.error(`${FILE}: ${problem}`);
const counts = STATES.map((state) => `${rows.filter(([, each]) => each === state).length} ${state}`).join(', ');
console.log(`${FILE}: ${rows.length} items: ${counts}; ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
