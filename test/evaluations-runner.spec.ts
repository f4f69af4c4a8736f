import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerEvaluateCommand } from '../src/evaluations/evaluate.command.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { aTool, make, makeApprovedModel, RELEASE_KEYS, seedReleases } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const SECRET = 'The merger of Alpha and Beta closes on Friday';

/** Answers as an OpenAI-compatible endpoint whose models know more or less; remembers how many were asked at once. */
class FakeEndpoint {
  most = 0;
  calls = 0;
  private open = 0;
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    this.open += 1;
    this.calls += 1;
    this.most = Math.max(this.most, this.open);
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { model, messages } = JSON.parse(body);
      setTimeout(() => {
        this.open -= 1;
        if (model === 'broken') response.statusCode = 400;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ choices: [{ message: { content: answerOf(model, messages[0].content) } }] }));
      }, 5);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  stop(): void {
    this.server.close();
  }
}

function answerOf(model: string, question: string): string {
  // A judge that always likes the first answer best: asked in both orders it decides nothing.
  if (model === 'first-is-best') return 'A';
  const number = Number(/\d+/.exec(question)?.[0] ?? 0);
  if (model === 'thinks-aloud') return `<think>Is it ${number}? No.</think>\n${number * 2}`;
  const right = model === 'strong' || number % 2 === 0;
  return right ? `The answer is ${number * 2}.` : 'I do not know.';
}

describe('modelfolio evaluate', () => {
  const endpoint = new FakeEndpoint();
  let app: TestApp;
  let tool: Made;
  let url: string;
  let folder: string;

  beforeAll(async () => {
    url = await endpoint.start();
    folder = await mkdtemp(join(tmpdir(), 'modelfolio-golden-'));
    app = await startTestApp({
      env: { EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8' },
      seed: (db) => seedReleases(db, [...RELEASE_KEYS]),
    });
    const registered = { endpointUrl: url, weightsDigest: DIGEST };
    const model = await makeApprovedModel(app, { maxDataClass: 'CONFIDENTIAL', ...registered });
    tool = await make(app, 'tool-owner', '/v1/tools', aTool({ dataClass: 'CONFIDENTIAL' }));
    const answer = await app.http
      .post(`/v1/tools/${tool.id}/assignments`)
      .set(app.as('tool-owner'))
      .send({ modelId: model.id, purpose: 'PRIMARY' });
    expect(answer.status).toBe(201);
  });

  afterAll(async () => {
    endpoint.stop();
    await app.stop();
    await rm(folder, { recursive: true });
  });

  async function evaluate(items: readonly object[], ...more: string[]): Promise<string> {
    const golden = join(folder, 'golden.jsonl');
    await writeFile(golden, items.map((item) => JSON.stringify(item)).join('\n'));
    const printed: string[] = [];
    const program = new Command();
    registerEvaluateCommand(program, {
      withApp: (work) => work(app.app),
      withScratchApp: () => Promise.reject(new Error('no scratch database is needed')),
      print: (line) => void printed.push(line),
    });
    const args = ['--tool', tool.id, '--against', RELEASE_KEYS[2], '--endpoint', url];
    const named = ['--golden', golden, '--by', 'tool-owner', '--champion-model', 'weak', '--model', 'strong'];
    await program.parseAsync(['evaluate', ...args, ...named, ...more], { from: 'user' });
    return printed.join('\n');
  }

  const items = Array.from({ length: 40 }, (_, index) => ({
    input: `${SECRET}. What is twice ${index}?`,
    expected: index * 2,
    scorer: 'number',
  }));

  it('asks both, records the comparison with its interval, and keeps within the concurrency', async () => {
    const out = await evaluate(items, '--concurrency', '3');
    expect(out).toContain('Difference 50.0 ±');
    expect(endpoint.calls).toBe(80);
    expect(endpoint.most).toBeLessThanOrEqual(6);
    const { body } = await app.http.get(`/v1/tools/${tool.id}/evaluations`).set(app.as('auditor'));
    expect(body.items[0]).toMatchObject({
      ...{ n: 40, championScore: 50, challengerScore: 100, regressions: 0, metric: 'number', passed: true },
      ...{ championDigest: DIGEST, challengerDigest: null },
      champion: { key: RELEASE_KEYS[0] },
      challenger: { key: RELEASE_KEYS[2] },
    });
    expect(body.items[0].halfWidth).toBeCloseTo(15.69, 1);
    expect(body.items[0].goldenSetId).toMatch(/^golden\.jsonl@[0-9a-f]{12}$/);
  });

  it('stores no prompt of a confidential tool, anywhere', async () => {
    const tables: { name: string }[] = await app.db.dataSource.query(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss') AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['public.audit_event', 'public.evaluation_run']),
    );
    for (const { name } of tables) {
      const rows: unknown[] = await app.db.dataSource.query(
        `SELECT 1 FROM ${name} t WHERE t::text LIKE '%merger of Alpha%'`,
      );
      expect({ name, rows }).toEqual({ name, rows: [] });
    }
  });

  it('counts what a model says after it has thought aloud, and names the weights that were run', async () => {
    const exact = items.slice(0, 4).map((item) => ({ ...item, expected: String(item.expected), scorer: 'exact' }));
    const out = await evaluate(exact, '--model', 'thinks-aloud', '--digest', DIGEST.replace('0a', 'ff'));
    expect(out).toContain(`${RELEASE_KEYS[2]}: 100.0 points`);
    const { body } = await app.http.get(`/v1/tools/${tool.id}/evaluations`).set(app.as('auditor'));
    expect(body.items[0].challengerDigest).toBe(DIGEST.replace('0a', 'ff'));
    await expect(evaluate(exact, '--digest', 'md5:1')).rejects.toThrow('not a digest');
  });

  it('asks nobody what could not be recorded', async () => {
    const before = endpoint.calls;
    await expect(evaluate(items, '--against', 'nobody/knows-it')).rejects.toThrow(/no release/i);
    await expect(evaluate(items, '--against', RELEASE_KEYS[0])).rejects.toThrow('another release');
    await expect(evaluate(items, '--by', 'auditor')).rejects.toThrow(/owner/);
    expect(endpoint.calls).toBe(before);
  });

  it('lets a judge decide only what holds in both orders', async () => {
    const judged = items.slice(0, 4).map(({ input }) => ({ input, scorer: 'judge', rubric: 'The right number wins.' }));
    await expect(evaluate(judged)).rejects.toThrow('name its endpoint');
    const out = await evaluate(judged, '--judge-endpoint', url, '--judge-model', 'first-is-best');
    expect(out).toContain('Difference 0.0 ± 0.0 points over 4 items');
  });

  it('records nothing when an endpoint fails, and calls no address outside the own networks', async () => {
    const count = async (): Promise<number> =>
      (await app.http.get(`/v1/tools/${tool.id}/evaluations`).set(app.as('auditor'))).body.total;
    const before = await count();
    await expect(evaluate(items, '--model', 'broken')).rejects.toThrow('status 400');
    await expect(evaluate(items, '--endpoint', 'http://10.1.2.3/v1')).rejects.toThrow(/10\.1\.2\.3/);
    await expect(evaluate(items, '--by', 'nobody')).rejects.toThrow('no active person');
    expect(await count()).toBe(before);
  });
});
