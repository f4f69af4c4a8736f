import { expectShape, NAME, readJson, shape } from './payload.js';

const openaiShape = shape<{ readonly data: readonly { readonly id: string }[] }>({
  type: 'object',
  required: ['data'],
  properties: {
    data: { type: 'array', maxItems: 10_000, items: { type: 'object', required: ['id'], properties: { id: NAME } } },
  },
});
const ollamaShape = shape<{ readonly models: readonly { readonly name: string }[] }>({
  type: 'object',
  required: ['models'],
  properties: {
    models: {
      type: 'array',
      maxItems: 10_000,
      items: { type: 'object', required: ['name'], properties: { name: NAME } },
    },
  },
});

/** Reads which models a gateway serves: `/v1/models` as OpenAI lists them, `/api/tags` as Ollama does. Throws DomainError. */
export function readServedNames(body: Uint8Array, kind: 'OPENAI' | 'OLLAMA'): readonly string[] {
  const payload = readJson(body);
  const names =
    kind === 'OPENAI'
      ? expectShape(openaiShape, payload, 'a list of models').data.map(({ id }) => id)
      : expectShape(ollamaShape, payload, 'a list of tags').models.map(({ name }) => name.replace(/:latest$/, ''));
  return [...new Set(names)];
}
