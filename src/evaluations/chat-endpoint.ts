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
const MAY_PASS: ReadonlySet<string> = new Set(['timeout', 'unreachable']);

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
      if (!(error instanceof EgressError)) throw error;
      if (attempt < TRIES && MAY_PASS.has(error.code)) return undefined;
      throw new StartupError(`${model}: ${error.message}`);
    });
    const milliseconds = performance.now() - started;
    if (answer?.status === 200) return { text: textOf(answer.body, model), milliseconds };
    if (answer !== undefined && (attempt === TRIES || !isWorthAnotherTry(answer.status)))
      throw new StartupError(`${model}: the endpoint answered with status ${answer.status}.`);
    await sleep(500 * 2 ** attempt);
  }
}

/** What the model said in the end: one that is served without a parser for it thinks aloud first. */
function textOf(body: Buffer, model: string): string {
  const text = contentOf(body);
  if (text === undefined) throw new StartupError(`${model}: the endpoint did not answer as an OpenAI-compatible one.`);
  return text.split(END_OF_THOUGHT).at(-1) ?? '';
}

const END_OF_THOUGHT = '</think>';

/** Undefined where the body is no answer; a message without content is an empty one. */
function contentOf(body: Buffer): string | undefined {
  try {
    const answer: { choices?: { message?: { content?: unknown } }[] } | null = JSON.parse(body.toString('utf8'));
    const message = answer?.choices?.[0]?.message;
    if (message?.content === null) return '';
    return typeof message?.content === 'string' ? message.content : undefined;
  } catch {
    return undefined;
  }
}
