/** Lists as models.dev writes them, as large as its own: some five thousand rows of a hundred and forty hosts. */
const HOSTS = 140;
const ROWS_PER_HOST = 36;
const LINES = ['Qwen/Qwen3-8B', 'zai-org/GLM-4.6', 'moonshotai/Kimi-K2-Instruct', 'google/gemma-3-27b-it'];

/** Returns about 2 MB; another `edition` is another list of the same models. */
export function hostsPayload(edition = 0): Buffer {
  const providers = Array.from({ length: HOSTS }, (_, host) => {
    const name = host === 0 ? 'huggingface' : `host-${host}`;
    const models = Array.from({ length: ROWS_PER_HOST }, (_, row) => {
      const line = LINES[row % LINES.length] ?? '';
      const id = row < LINES.length ? line : line.replace(/-?(\d+)b?/i, `-${row}b`);
      return [id, rowOf(id, host + row + edition)];
    });
    return [name, { id: name, name, models: Object.fromEntries(models) }];
  });
  return Buffer.from(JSON.stringify(Object.fromEntries(providers)));
}

const rowOf = (id: string, number: number): object => ({
  id,
  name: id,
  release_date: '2025-08-05',
  last_updated: '2025-08-05',
  attachment: false,
  reasoning: number % 2 === 0,
  tool_call: true,
  open_weights: number % 5 < 2,
  knowledge: '2025-01',
  limit: { context: 131_072, output: 32_768 },
  modalities: { input: ['text'], output: ['text'] },
  cost: { input: 0.1 + number / 1000, output: 0.5, cache_read: 0.05 },
});
