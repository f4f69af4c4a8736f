import type { IncomingMessage, ServerResponse } from 'node:http';

const item = (id: string): object => ({
  id,
  createdAt: '2025-08-04T22:33:06.000Z',
  pipeline_tag: 'text-generation',
  downloads: 42,
  cardData: { license: 'apache-2.0', language: ['en'], new_version: 'openai/gpt-oss-240b' },
  safetensors: { parameters: { BF16: 1_000_000_000 }, total: 1_000_000_000 },
});

/** Answers as a hub does: two pages of one organisation, one of any other, a repository on each. */
export function hubPages(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '';
  const author = /author=(\w+)/.exec(url)?.[1];
  const page = /page=2/.test(url) ? 2 : 1;
  const next = author === 'openai' && page === 1 ? { link: `<${url}&page=2>; rel="next"` } : {};
  response
    .writeHead(200, { 'content-type': 'application/json', ...next })
    .end(JSON.stringify([item(`${author}/gpt-oss-${author === 'Qwen' ? 3 : page}0b`)]));
}
