import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../test/support/typescript.js';

/**
 * The fault tests in their full length, one file after the other, so that each has the machine to itself; names of rows
 * choose some of them. `--table` writes the plan into docs/operations/faults.md, `--record` what this run has found; the
 * rows that it left out keep what an earlier run has found.
 */
const { FAULT_ROWS } = await import('../test/support/fault-rows.ts');
const { planTable, resultTable } = await import('../test/support/fault-table.ts');
const { fillMarkedPart, markedPart } = await import('../test/support/marked-part.ts');

const DOCUMENT = 'docs/operations/faults.md';
const args = process.argv.slice(2);
const chosen = args.filter((each) => !each.startsWith('--'));
const unknown = chosen.filter((each) => !(each in FAULT_ROWS));

if (unknown.length > 0) {
  console.error(`No such row: ${unknown.join(', ')}. There are: ${Object.keys(FAULT_ROWS).join(', ')}`);
  process.exitCode = 1;
} else if (args.includes('--table')) {
  fillMarkedPart(DOCUMENT, 'plan', planTable());
} else {
  run();
}

function run() {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-faults-'));
  const [log, results] = [join(folder, 'log'), join(folder, 'results.json')];
  writeFileSync(log, '');
  const rows = Object.entries(FAULT_ROWS).filter(([name]) => chosen.length === 0 || chosen.includes(name));
  const files = [...new Set(rows.flatMap(([, { tests }]) => tests))];
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--runInBand', '--runTestsByPath'];
  const report = ['--json', `--outputFile=${results}`];
  const env = { ...process.env, FAULTS: 'full', FAULTS_LOG: log };
  const { status } = spawnSync(process.execPath, [...jest, ...report, ...files], {
    stdio: ['inherit', 'ignore', 'inherit'],
    env,
  });
  const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
  const outcomes = Object.fromEntries(
    files.map((file) => [file, outcomeOf(testResults.find(({ name }) => name.endsWith(`/${file}`)))]),
  );
  const found = {
    log: readFileSync(log, 'utf8'),
    outcomes,
    on: `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}`,
  };
  console.log(`\n${resultTable(found)}\n`);
  if (args.includes('--record')) {
    const before = markedPart(readFileSync(DOCUMENT, 'utf8'), 'results');
    fillMarkedPart(DOCUMENT, 'results', resultTable(found, before));
  }
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}

/** Of each file the other form's tests are skipped; a file of which all are did not find what it needs. */
function outcomeOf(result) {
  if (result === undefined || result.status === 'failed' || result.assertionResults.length === 0) {
    return result?.status === 'skipped' ? 'SKIPPED' : 'BROKEN';
  }
  return result.assertionResults.some(({ status }) => status === 'passed') ? 'HELD' : 'SKIPPED';
}
