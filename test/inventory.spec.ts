import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { inventoryBom } from '../src/overview/inventory-bom.js';
import { InventoryReader } from '../src/overview/inventory.reader.js';
import type { TestApp } from './support/app.js';
import { startDemoApp } from './support/demo.js';

const addFormats = addFormatsModule.default;

let app: TestApp;
beforeAll(async () => {
  app = await startDemoApp();
});
afterAll(() => app.stop());

const get = (path: string) => app.http.get(path).set(app.as('auditor'));

const FIELDS = [
  ...['purpose', 'approvedScope', 'jurisdictions', 'model', 'provider', 'version', 'digest', 'dependencies'],
  ...['dataClass', 'materiality', 'owner', 'validator', 'validationStatus', 'nextReviewDue', 'approvals', 'waivers'],
  ...['providerGroup', 'providerCountry', 'licenceId', 'licenceClass', 'concludedLicence', 'supportEnds', 'hosting'],
  ...[
    'substitutability',
    'substitutabilityReason',
    'exitFallbacks',
    'exitAlternatives',
    'exitEffortDays',
    'exitReadiness',
  ],
];

/** The schemas as CycloneDX publishes them. */
function officialSchema(name: string): object {
  const path = `node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`;
  return JSON.parse(readFileSync(path, 'utf8'));
}

function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  // Internationalised formats that plain checkers do not know; the document uses neither.
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
  for (const name of ['jsf-0.82', 'spdx'])
    ajv.addSchema(officialSchema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(officialSchema('bom-1.6'));
}

describe('the AI inventory', () => {
  it('has every tool in service with model, provider, controls and exit plan', async () => {
    const { items, total } = (await get('/v1/inventory?limit=100').expect(200)).body;
    expect(total).toBe(30);
    const [entry] = items.filter(({ tool }: { tool: string }) => tool === 'Code reviewer');
    expect(entry).toMatchObject({
      model: 'Qwen3 Coder 480B',
      version: expect.stringMatching(/^Qwen\/Qwen3-Coder-480B/),
      provider: 'Alibaba',
      providerCountry: 'CN',
      materiality: 'MEDIUM',
      validationStatus: expect.any(String),
      nextReviewDue: expect.stringMatching(/^\d{4}-/),
      substitutability: 'HIGHLY_COMPLEX',
      exitFallbacks: [{ name: 'Kimi K2', provider: 'Moonshot AI', providerCountry: 'CN' }],
      exitEffortDays: 7,
    });
    expect(entry.purpose.length).toBeGreaterThan(10);
    expect(entry.owner.length).toBeGreaterThan(0);
  });

  it('is filtered, sorted, paged, and refuses what it does not know', async () => {
    const high = (await get('/v1/inventory?materiality=HIGH&limit=100')).body;
    expect(high.items.every(({ materiality }: { materiality: string }) => materiality === 'HIGH')).toBe(true);
    expect((await get('/v1/inventory?q=mistral')).body.total).toBe(3);
    const first = (await get('/v1/inventory?limit=20&sort=-materiality')).body;
    const second = (await get(`/v1/inventory?limit=20&sort=-materiality&cursor=${first.next}`)).body;
    expect(new Set([...first.items, ...second.items].map(({ toolId }) => toolId)).size).toBe(30);
    for (const query of ['materiality=HUGE', 'sort=owner', 'x=1'])
      expect((await get(`/v1/inventory?${query}`)).status).toBe(400);
  });

  it('has every field that a supervisor asks for, as JSON and as CSV that no sheet runs', async () => {
    await app.db.dataSource.query(`UPDATE tool SET description = '=1+1' WHERE name = 'Code reviewer'`);
    const [entry] = (await get('/v1/inventory?q=code%20reviewer').expect(200)).body.items;
    const csv = (await get('/v1/inventory.csv?q=code%20reviewer').expect(200)).text;
    const header = csv.slice(0, csv.indexOf('\r\n')).split(',');
    expect(header).toEqual(Object.keys(entry));
    for (const field of FIELDS) expect([field, Object.keys(entry).includes(field)]).toEqual([field, true]);
    expect(entry).toMatchObject({
      jurisdictions: ['SG'],
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      approvedScope: expect.any(String),
      validator: expect.any(String),
      waivers: expect.any(Array),
      dependencies: expect.arrayContaining(['OPENAI_COMPATIBLE']),
    });
    expect(csv).toContain(`,'=1+1,`);
  });

  it('comes as CSV with the same rows', async () => {
    const csv = await get('/v1/inventory.csv')
      .expect(200)
      .expect('content-type', /^text\/csv/);
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(31);
    expect(lines[0]).toMatch(/^toolId,tool,purpose,task,businessUnit,owner,/);
  });

  it('has every fallback in its ML-BOM, in use or not', async () => {
    const [kimi] = (await get('/v1/inventory?q=code%20reviewer')).body.items[0].exitFallbacks;
    const bom = inventoryBom({
      entries: await app.app.get(InventoryReader, { strict: false }).all({ q: 'code reviewer' }),
      ...{ serial: '00000000-0000-7000-8000-000000000000', now: new Date() },
    });
    const validate = validator();
    expect([validate(bom), validate.errors]).toEqual([true, null]);
    expect(bom['components']).toContainEqual(
      expect.objectContaining({ 'bom-ref': `model:${kimi.modelId}`, version: kimi.version }),
    );
  });

  it('comes as a CycloneDX 1.6 ML-BOM that the official schema accepts', async () => {
    const answer = await get('/v1/inventory.cdx.json').buffer(true).expect(200);
    expect(answer.headers['content-type']).toBe('application/vnd.cyclonedx+json; version=1.6');
    const bom = typeof answer.body === 'object' && 'components' in answer.body ? answer.body : JSON.parse(answer.text);
    const validate = validator();
    expect([validate(bom), validate.errors]).toEqual([true, null]);
    const models = bom.components.filter(({ type }: { type: string }) => type === 'machine-learning-model');
    expect(models).toHaveLength(10);
    expect(models.every(({ modelCard }: { modelCard: object }) => modelCard !== undefined)).toBe(true);
    const refs = new Set([
      bom.metadata.component['bom-ref'],
      ...bom.components.map((each: { 'bom-ref': string }) => each['bom-ref']),
    ]);
    for (const { ref, dependsOn = [] } of bom.dependencies)
      expect([ref, ...dependsOn].filter((each: string) => !refs.has(each))).toEqual([]);
  });
});
