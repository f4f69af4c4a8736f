import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aPool, make, makeApprovedModel, pointersOf, startPortfolioApp } from './support/portfolio.js';

const TOOL_HEADER =
  'name,ownerTeam,owner,businessUnit,task,impact,complexity,reliance,dataClass,languages,interface,fineTuned,embeddingsIndexed,promptsVersioned,primaryModel,fallbackModels,effortPrompts';
const toolLine = (name: string, over: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    ...{ name, ownerTeam: 'payments', owner: 'tool-owner', businessUnit: 'Operations', task: 'CODING', impact: 'LOW' },
    ...{
      complexity: 'LOW',
      reliance: 'LOW',
      dataClass: 'INTERNAL',
      languages: 'en; ms',
      interface: 'OPENAI_COMPATIBLE',
    },
    ...{ fineTuned: 'false', embeddingsIndexed: 'FALSE', promptsVersioned: 'true' },
    ...over,
  };
  return TOOL_HEADER.split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
};

describe('CSV imports', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startPortfolioApp();
  });
  afterAll(() => app.stop());

  const send = (path: string, csv: string | Buffer, account: Parameters<TestApp['as']>[0] = 'platform') =>
    app.http.post(path).set(app.as(account)).set('content-type', 'text/csv').send(csv);
  const toolCount = async (): Promise<number> => (await app.http.get('/v1/tools').set(app.as('auditor'))).body.total;

  it('answers row by row what would happen and changes nothing', async () => {
    const low = await makeApprovedModel(app, { name: 'Importable' });
    expect(low.id).toBeDefined();
    const rows = [
      toolLine('Good', { primaryModel: 'Importable', effortPrompts: '2.5' }),
      toolLine('Bad task', { task: 'COOKING', effortPrompts: 'many' }),
      toolLine('Good'),
      toolLine('Stranger', { owner: 'nobody' }),
      toolLine('Too weighty', { impact: 'HIGH', primaryModel: 'Importable' }),
      toolLine('No such model', { fallbackModels: 'Importable; Phantom' }),
      toolLine('Missing unit', { businessUnit: '' }),
    ];
    const before = await toolCount();
    const { status, body } = await send('/v1/imports/tools?dryRun=true', [TOOL_HEADER, ...rows].join('\n'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ dryRun: true, total: 7, creatable: 1, refused: 6 });
    const found = body.rows.map((row: { line: number; errors: { column: string; code: string }[] }) => [
      row.line,
      row.errors.map(({ column, code }) => `${column} ${code}`),
    ]);
    expect(found).toEqual([
      [2, []],
      [3, expect.arrayContaining(['task is-in', 'effortPrompts is-number'])],
      [4, ['name name-taken']],
      [5, ['owner unknown-reference']],
      [6, ['primaryModel swap-request-required']],
      [7, ['fallbackModels unknown-reference']],
      [8, expect.arrayContaining(['businessUnit is-string'])],
    ]);
    expect(await toolCount()).toBe(before);
  });

  it('imports all rows or none', async () => {
    const before = await toolCount();
    const wrong = [TOOL_HEADER, toolLine('One of two'), toolLine('', {})].join('\n');
    const refused = await send('/v1/imports/tools', wrong);
    expect([refused.status, refused.body.code]).toEqual([422, 'import-refused']);
    expect(pointersOf(refused.body)).toContain('/line/3/name');
    expect(await toolCount()).toBe(before);
    const right = [TOOL_HEADER, toolLine('"Quoted, name"'), '', toolLine('Second')].join('\r\n');
    const imported = await send('/v1/imports/tools', Buffer.from(`\uFEFF${right}`));
    expect(imported.body).toMatchObject({ dryRun: false, creatable: 2, rows: [{ line: 2 }, { line: 4 }] });
    expect(await toolCount()).toBe(before + 2);
    const [tool] = (await app.http.get('/v1/tools?q=Quoted').set(app.as('auditor'))).body.items;
    expect(tool).toMatchObject({
      name: 'Quoted, name',
      owner: { displayName: 'Toni Owner' },
      requirements: { languages: ['en', 'ms'] },
    });
  });

  it('imports models with their pool', async () => {
    await make(app, 'platform', '/v1/gpu-pools', aPool({ name: 'import pool' }));
    const csv = [
      'name,releaseKey,ownerTeam,hosting,maxDataClass,gpuPool,quantisation',
      'Imported,acme/Large-30B,ai-platform,IN_HOUSE,INTERNAL,import pool,FP8',
      'Lost,acme/Unknown,ai-platform,IN_HOUSE,INTERNAL,import pool,FP8',
      'Poolless,acme/Large-30B,ai-platform,IN_HOUSE,INTERNAL,no pool,FP8',
    ];
    const dry = await send('/v1/imports/models?dryRun=true', csv.join('\n'));
    expect(dry.body.rows).toMatchObject([
      { outcome: 'CREATE' },
      { outcome: 'REFUSE', errors: [{ column: 'releaseKey' }] },
      { outcome: 'REFUSE', errors: [{ column: 'gpuPool' }] },
    ]);
    expect((await send('/v1/imports/models', csv.slice(0, 2).join('\n'))).body.creatable).toBe(1);
    const listed = await app.http.get('/v1/models?q=Imported').set(app.as('auditor'));
    expect(listed.body.items).toMatchObject([{ lifecycle: 'PROPOSED', gpuPool: { name: 'import pool' } }]);
  });

  it.each([
    ['', 400, 'malformed-csv'],
    ['name,colour\nx,y', 400, 'wrong-columns'],
    [`${TOOL_HEADER}\n"open`, 400, 'malformed-csv'],
    [`${TOOL_HEADER}\na,b`, 400, 'malformed-csv'],
    [Buffer.from([0xff, 0xfe, 0x2c]), 400, 'malformed-csv'],
  ])('refuses the file %j', async (csv, status, code) => {
    const answer = await send('/v1/imports/tools', csv);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('refuses other media types and roles', async () => {
    const json = await app.http.post('/v1/imports/tools').set(app.as('platform')).send({});
    expect(json.status).toBe(415);
    expect((await send('/v1/imports/models', 'name', 'tool-owner')).status).toBe(403);
    const foreign = await send(
      '/v1/imports/tools',
      `${TOOL_HEADER}\n${toolLine('Theirs', { owner: 'platform' })}`,
      'tool-owner',
    );
    expect([foreign.status, foreign.body.errors?.[0]?.code]).toEqual([422, 'not-your-tool']);
  });
});
