import { setTimeout as sleep } from 'node:timers/promises';
import type { Egress } from '../egress/egress.client.js';
import { EgressError } from '../egress/egress-error.js';
import { StartupError } from '../config/startup-error.js';

/** An OpenAI-compatible endpoint, such as `https://llm.bank.example/v1`, and the model it serves. */
export interface Endpoint {
  readonly url: string;
  readonly model: string;
  readonly token?: string;
}

export interface Answer {
  readonly text: string;
  readonly milliseconds: number;
}

const TRIES = 3;
const TIMEOUT_MS = 120_000;
const MAX_BYTES = 4 * 1024 * 1024;
const isWorthAnotherTry = (status: number): boolean => status === 429 || status >= 500;

/** Asks one question at temperature 0; tries again where the endpoint is busy. Throws StartupError without the question. */
export async function ask(egress: Egress, { url, model, token }: Endpoint, question: string): Promise<Answer> {
  const body = JSON.stringify({ model, temperature: 0, messages: [{ role: 'user', content: question }] });
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const address = `${url.replace(/\/+$/, '')}/chat/completions`;
  for (let attempt = 1; ; attempt += 1) {
    const started = performance.now();
    const call = {
      url: address,
      method: 'POST',
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      headersMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
    } as const;
    const answer = await egress.request(call).catch((error: unknown) => {
      throw error instanceof EgressError ? new StartupError(`${model}: ${error.message}`) : error;
    });
    const milliseconds = performance.now() - started;
    if (answer.status === 200) return { text: textOf(answer.body, model), milliseconds };
    if (attempt === TRIES || !isWorthAnotherTry(answer.status))
      throw new StartupError(`${model}: the endpoint answered with status ${answer.status}.`);
    await sleep(500 * 2 ** attempt);
  }
}

function textOf(body: Buffer, model: string): string {
  const text = contentOf(body);
  if (text === undefined) throw new StartupError(`${model}: the endpoint did not answer as an OpenAI-compatible one.`);
  return text;
}

function contentOf(body: Buffer): string | undefined {
  try {
    const answer: { choices?: { message?: { content?: unknown } }[] } | null = JSON.parse(body.toString('utf8'));
    const content = answer?.choices?.[0]?.message?.content;
    return typeof content === 'string' ? content : undefined;
  } catch {
    return undefined;
  }
}
