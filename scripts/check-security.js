import { existsSync, readFileSync } from 'node:fs';

/** Reads the tables of docs/security.md: every section is there, its state is known, what is met names a test, every named file exists. */
const FILE = 'docs/security.md';
const STATES = ['met', 'partly', 'operator', 'not applicable'];
/** Sections of each chapter of ASVS 5.0, and the items of the API Security Top 10 (2023). */
const SECTIONS = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3];
const API_ITEMS = 10;

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
const wanted = [
  ...SECTIONS.flatMap((count, chapter) => Array.from({ length: count }, (_, at) => `V${chapter + 1}.${at + 1}`)),
  ...Array.from({ length: API_ITEMS }, (_, at) => `API${at + 1}`),
];
const found = rows.map(([item]) => item.split(' ')[0]);
problems.push(...wanted.filter((each) => !found.includes(each)).map((each) => `${each} is missing`));
problems.push(...found.filter((each, at) => found.indexOf(each) !== at).map((each) => `${each} stands there twice`));
for (const problem of problems) console.error(`${FILE}: ${problem}`);
const counts = STATES.map((state) => `${rows.filter(([, each]) => each === state).length} ${state}`).join(', ');
console.log(`${FILE}: ${rows.length} items: ${counts}; ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
