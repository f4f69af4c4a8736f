import { bodyOf } from './recorder.js';
import type { Call } from './recorder.js';
import type { Shot } from './load.js';

/** Of the bundled catalogue, on no model of the demo portfolio. */
const UNUSED_RELEASE = 'zai-org/GLM-4.6';

export interface Row {
  readonly name: string;
  readonly call: Call;
  readonly target: number;
  readonly matching?: boolean;
  /** Asked of a process that keeps no answers, so that each is worked out. */
  readonly workedOut?: boolean;
}

export async function json(
  url: string,
  token: string,
): Promise<{ id: string; status: string; items: { id: string }[] }> {
  return Object(await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json());
}

export const shotOf = (base: string, call: Call, headers: Record<string, string>, expected: number): Shot => ({
  ...{ method: call.method, url: `${base}${call.path}`, headers, expected },
  ...(call.body === undefined ? {} : { body: () => bodyOf(call) }),
});

/** What is asked for; the requests for swaps go round the tools of one owner, as each holds the lock of its tool. */
export async function rowsOf(url: string, owner: string): Promise<Row[]> {
  const [model] = (await json(`${url}/v1/models?limit=1`, owner)).items;
  const { items: tools } = await json(`${url}/v1/tools?mine=true&retired=false&limit=100`, owner);
  const list: Call = { method: 'GET', path: '/v1/models?limit=20' };
  const reads: Row[] = [
    { name: 'GET one model', call: { method: 'GET', path: `/v1/models/${model?.id}` }, target: 0.75 },
    { name: 'list 20 models', call: list, target: 0.8 },
    { name: 'list 20 flags', call: { method: 'GET', path: '/v1/flags?limit=20' }, target: 0.8 },
    { name: 'dashboard', call: { method: 'GET', path: '/v1/dashboard' }, target: 0.75 },
  ];
  const pool = {
    name: 'bench UNIQUE',
    gpuType: 'NVIDIA H100',
    gpuCount: 8,
    memoryGbPerGpu: 80,
    hosting: 'IN_HOUSE',
    location: 'Hall 1',
  };
  const swap = { toolId: 'ROTATED', toReleaseKey: UNUSED_RELEASE, justification: 'bench UNIQUE' };
  return [
    ...reads,
    { name: 'list 20 models, If-None-Match', call: list, target: 1, matching: true },
    ...reads.map((row) => ({ ...row, name: `${row.name}, worked out`, workedOut: true })),
    {
      name: 'POST a swap request',
      call: { method: 'POST', path: '/v1/swap-requests', body: swap, rotate: tools.map(({ id }) => id) },
      target: 0.6,
    },
    // Last, because what it makes is read by assessments.
    { name: 'POST a GPU pool', call: { method: 'POST', path: '/v1/gpu-pools', body: pool }, target: 0.6 },
  ];
}

const headersOf = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
});

/** A request for a swap, for a constant rate. */
export const swapOf = ({ call }: Row, url: string, token: string): Shot => shotOf(url, call, headersOf(token), 201);

/** Reads one after the other, and a write in every twenty requests, after which nothing that was kept counts. */
export function mixOf(rows: readonly Row[], url: string, token: string): Shot[] {
  const headers = headersOf(token);
  const shots = rows
    .filter(({ workedOut, call }) => workedOut !== true && call.rotate === undefined)
    .map(({ call }) => shotOf(url, call, headers, call.method === 'POST' ? 201 : 200));
  const writes = shots.filter(({ method }) => method === 'POST');
  const reads = shots.filter((shot) => !writes.includes(shot));
  return [
    ...Array.from({ length: 19 }, () => reads)
      .flat()
      .slice(0, 19),
    ...writes,
  ];
}
