import type { LocalAccountName } from '../../src/identity/domain/local-accounts.js';
import type { TestApp } from './app.js';

export interface Screen {
  readonly name: string;
  readonly account: LocalAccountName;
  readonly path: string;
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
    }),
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
      catalogue: '/catalogue',
      'release-register': `/catalogue/${first?.id}?dialog=register`,
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
    }),
    ...of('manager', {
      'lock-in': '/lock-in',
      'lock-in-what-if': '/lock-in?view=what-if',
      'lock-in-drill': '/lock-in?view=drill',
      'lock-in-time': '/lock-in?view=time',
      policy: '/policy',
      'policy-propose': '/policy?dialog=propose',
    }),
    ...of('auditor', { audit: '/audit' }),
    ...of('admin', {
      people: '/people',
      'person-new': '/people?dialog=new',
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

const WEBHOOK = { name: 'Ticket system', url: 'https://hooks.example/modelfolio', kinds: ['flag.raised'] };
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
