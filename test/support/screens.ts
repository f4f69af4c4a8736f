import { setTimeout } from 'node:timers/promises';
import type { LocalAccountName } from '../../src/identity/domain/local-accounts.js';
import type { TestApp } from './app.js';
import { Driver } from './swaps.js';

export interface Screen {
  readonly name: string;
  readonly account: LocalAccountName;
  readonly path: string;
  /** A key that opens something in front of the screen. */
  readonly press?: string;
}

/** Every route of the console with something real on it, dialogs by somebody who may open them. */
export async function everyScreen(app: TestApp): Promise<Screen[]> {
  const list = async (path: string): Promise<{ id: string }[]> =>
    (await app.http.get(path).set(app.as('tool-owner'))).body.items;
  const [[model], [tool], flags, [first, second]] = (await Promise.all(
    ['/v1/models', '/v1/tools', '/v1/flags?mine=true&active=true', '/v1/releases?limit=2'].map(list),
  )) as [{ id: string }[], { id: string }[], { id: string; candidate: { key: string } | null }[], { id: string }[]];
  const flag = flags.find(({ candidate }) => candidate !== null);
  const swap = await draft(app, flag?.id ?? '');
  const webhook = await made(app, 'admin', '/v1/webhooks', WEBHOOK);
  const gateway = await made(app, 'platform', '/v1/gateways', GATEWAY);
  const judged = await underAssessment(app);
  await made(app, 'admin', '/v1/tokens', TOKEN);
  for (const asOf of FROZEN) await made(app, 'manager', '/v1/lock-in/snapshots', { asOf });
  await carried(app);
  const of = (account: LocalAccountName, screens: Record<string, string>): Screen[] =>
    Object.entries(screens).map(([name, path]) => ({ name, account, path }));
  return [
    ...of('tool-owner', {
      dashboard: '/',
      flags: '/flags',
      flag: `/flags?open=${flag?.id}`,
      notifications: '/notifications',
      tool: `/tools/${tool?.id}`,
      'tool-edit': `/tools/${tool?.id}/edit`,
      'swap-requests': '/swap-requests',
      'swap-request': `/swap-requests/${swap}`,
      'swap-request-new': `/swap-requests/new?flag=${flag?.id}`,
      'swap-request-empty': '/swap-requests/new',
    }),
    { name: 'palette', account: 'tool-owner', path: '/models', press: 'Control+k' },
    { name: 'shortcuts', account: 'tool-owner', path: '/models', press: '?' },
    ...of('platform', {
      models: '/models',
      model: `/models/${model?.id}`,
      'model-edit': `/models/${model?.id}/edit`,
      'models-import': '/models/import',
      tools: '/tools',
      'tool-new': '/tools/new',
      'tools-import': '/tools/import',
      'gpu-pools': '/gpu-pools',
      'gpu-pool-new': '/gpu-pools?open=new',
      'release-register': `/catalogue/${first?.id}?dialog=register`,
      catalogue: `/catalogue?country=CN&inPortfolio=false&compare=${first?.id},${second?.id}`,
      compare: `/compare?ids=${first?.id},${second?.id}`,
      'compare-empty': '/compare',
      feeds: '/feeds',
      feed: '/feeds/gpustack',
      quarantine: '/quarantine',
      'data-quality': '/data-quality',
      names: '/names',
      vendors: '/vendors',
      gateways: '/gateways',
      gateway: `/gateways/${gateway}`,
    }),
    ...of('validator', {
      release: `/catalogue/${first?.id}`,
      'release-conclude': `/catalogue/${first?.id}?dialog=conclude`,
      approvals: '/approvals',
      'approvals-all': '/approvals?view=all',
      'swap-request-judged': `/swap-requests/${judged.id}`,
    }),
    ...of('manager', {
      'lock-in': '/lock-in',
      'lock-in-what-if': `/lock-in?view=what-if&swaps=${judged.toolId}~${judged.modelId}`,
      'lock-in-drill': '/lock-in?view=drill',
      'lock-in-time': '/lock-in?view=time',
      policy: '/policy',
      'policy-propose': '/policy?dialog=propose',
    }),
    ...of('auditor', { audit: '/audit' }),
    ...of('admin', {
      people: '/people',
      'person-new': '/people?dialog=new',
      sessions: '/sessions',
      tokens: '/tokens',
      'token-new': '/tokens?dialog=new',
      webhooks: '/webhooks',
      'webhook-new': '/webhooks?dialog=new',
      webhook: `/webhooks/${webhook}`,
      jobs: '/jobs',
      'not-found': '/no-such-page',
    }),
  ];
}

/** Days on which the report was frozen. */
const FROZEN = ['2025-10-31', '2026-01-31', '2026-04-30', '2026-07-31'];
const WEBHOOK = { name: 'Ticket system', url: 'https://hooks.example/modelfolio', kinds: ['flag.raised'] };
const MONTH_MS = 30 * 86_400_000;
const TOKEN = { name: 'Nightly export', roles: ['ADMIN'], expiresAt: new Date(Date.now() + MONTH_MS).toISOString() };
const GATEWAY = { name: 'main-gateway', kind: 'OPENAI', url: 'https://gateway.example/' };

async function made(app: TestApp, account: LocalAccountName, path: string, body: object): Promise<string> {
  const answer = await app.http.post(path).set(app.as(account)).send(body);
  if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
  return answer.body.id;
}

async function draft(app: TestApp, flagId: string): Promise<string> {
  const { body: flag } = await app.http.get(`/v1/flags/${flagId}`).set(app.as('tool-owner'));
  const row = flag.toolRows.find(({ mine }: { mine: boolean }) => mine);
  const answer = await app.http.post('/v1/swap-requests').set(app.as('tool-owner')).send({
    toolId: row.toolId,
    toReleaseKey: flag.candidate.key,
    flagId,
    changeType: 'NORMAL',
    justification: 'Newer, of the same family, and as large.',
    rollbackPlan: 'Point the gateway back at the model in use; ten minutes.',
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

/** A request with a run of the golden set, a link and one approval, that waits for another. */
async function underAssessment(app: TestApp): Promise<{ id: string; toolId: string; modelId: string }> {
  const first = async (path: string) => (await app.http.get(path).set(app.as('auditor'))).body.items[0];
  const tool = await first('/v1/tools?q=Credit memo');
  const model = await first('/v1/models?q=Mistral Small');
  const run = await made(app, 'tool-owner', `/v1/tools/${tool.id}/evaluations`, {
    goldenSetId: 'credit-memo-v3',
    championKey: tool.primary.releaseKey,
    challengerKey: model.release.key,
    ...{ metric: 'exact match', higherIsBetter: true, n: 240, championScore: 81.2, challengerScore: 84.6 },
    ...{ halfWidth: 2.1, regressions: 4, championLatencyMs: 820, challengerLatencyMs: 760 },
    ranAt: '2026-07-01T09:00:00Z',
  });
  const id = await made(app, 'tool-owner', '/v1/swap-requests', {
    toolId: tool.id,
    toModelId: model.id,
    changeType: 'NORMAL',
    justification: 'Three points better on our own golden set, and a third of the memory.',
    rollbackPlan: 'Point the gateway back at the model in use; ten minutes.',
    stopRules: 'More than one complaint in a hundred memos.',
  });
  const swap = new Driver(app, id);
  await swap.take('tool-owner', 'evidence', { kind: 'EVALUATION', title: 'Golden set', evaluationRunId: run });
  await swap.link('tool-owner');
  await swap.assessed();
  await swap.approve('manager');
  return { id, toolId: tool.id, modelId: model.id };
}

const PAYLOAD = `model_sets:
- {name: Carried-9B, size: 9, activated_size: 9, categories: [llm], licenses: [apache-2.0], release_date: "2026-06-01", specs: [{mode: standard, quantization: BF16, huggingface_repo_id: google/carried-9b, backend: vLLM}]}
- {name: Undated-9B, size: 9, activated_size: 9, categories: [llm], licenses: [apache-2.0], release_date: "2025-25-11", specs: [{mode: standard, quantization: BF16, huggingface_repo_id: google/undated-9b, backend: vLLM}]}
`;

/** A payload carried over an air gap, with a date in it that cannot be. */
async function carried(app: TestApp): Promise<void> {
  const path = '/v1/feeds/gpustack';
  const headers = app.as('platform');
  const sent = await app.http
    .post(`${path}/snapshots?asOf=2026-07-06`)
    .set(headers)
    .set('content-type', 'application/octet-stream')
    .send(PAYLOAD);
  if (sent.status !== 202) throw new Error(sent.text);
  const isRead = async () => (await app.http.get(path).set(headers)).body.lastRun?.status === 'SUCCEEDED';
  while (!(await isRead())) await setTimeout(200);
}
