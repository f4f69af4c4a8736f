const ROW = {
  release_date: '2025-08-05',
  open_weights: true,
  reasoning: true,
  tool_call: true,
  limit: { context: 131_072 },
  modalities: { input: ['text'], output: ['text'] },
};

/** An item of models.dev as it ought to be, with changes. */
const item = (hubId: string, over: object = {}): object => ({
  ...{ id: hubId.toLowerCase(), name: hubId, ...ROW, weights: [{ url: `https://huggingface.co/${hubId}` }] },
  ...over,
});

const sound = [
  'openai/gpt-oss-120b',
  'Qwen/Qwen3-32B',
  'Qwen/Qwen3-8B',
  'deepseek-ai/DeepSeek-R1',
  'mistralai/Mistral-7B-v0.1',
];
/** Items that must land whatever stands beside them. */
export const GOOD: readonly string[] = sound.map((hubId) => JSON.stringify(item(hubId)));

/** Items that must not land; raw text, because much of it is no value that JSON could be made from. */
export const BAD: Readonly<Record<string, string>> = {
  'bad/month': JSON.stringify(item('Qwen/Qwen3-Impossible-Month', { release_date: '2025-25-11' })),
  'bad/day': JSON.stringify(item('Qwen/Qwen3-Impossible-Day', { release_date: '2025-02-30' })),
  'bad/infinite': JSON.stringify(item('Qwen/Qwen3-Infinite')).replace('131072', '1e999'),
  'bad/negative': JSON.stringify(item('Qwen/Qwen3-Negative', { limit: { context: -1 } })),
  'bad/text-for-number': JSON.stringify(item('Qwen/Qwen3-Text', { limit: { context: '131072' } })),
  'bad/text-for-flag': JSON.stringify(item('Qwen/Qwen3-Flag', { open_weights: 'yes' })),
  'bad/modalities': JSON.stringify(item('Qwen/Qwen3-Modalities', { modalities: 'text' })),
  'bad/null': 'null',
  'bad/array': '[]',
  'bad/number': '7',
  'bad/no-name': JSON.stringify({ id: 'qwen/nameless', ...ROW }),
  'bad/huge-name': JSON.stringify(item('Qwen/Qwen3-Huge', { name: 'x'.repeat(100_000) })),
  'bad/unknown-vendor': JSON.stringify(item('nobody-knows/Model-7B')),
};

/** Keys and names that are harmless only where they stay text; as pairs, because no object keeps the first key. */
export const ODD: readonly (readonly [string, string])[] = [
  ['__proto__', '{"polluted": true, "open_weights": true}'],
  ['constructor', '{"prototype": {"polluted": true}}'],
  ['odd/html', JSON.stringify(item('Qwen/Qwen3-14B', { name: '<img src=x onerror=alert(1)>' }))],
  ['odd/formula', JSON.stringify(item('Qwen/Qwen3-4B', { name: '=HYPERLINK("http://evil.example")' }))],
  ['odd/nul', JSON.stringify(item('Qwen/Qwen3-1.7B', { name: 'a\u0000b' }))],
];

/** One payload of models.dev from raw items. */
export const payloadOf = (items: readonly (readonly [string, string])[]): string =>
  `{${items.map(([key, text]) => `${JSON.stringify(key)}: ${text}`).join(',')}}`;
