import createClient from 'openapi-fetch';
import type { Problem } from '../components/notice.tsx';
import type { paths } from './schema.d.ts';

export const api = createClient<paths>({ credentials: 'same-origin' });

/** A refused request, carrying the server's problem document. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
  }
}

interface Answer<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

/** The JSON body of a successful answer (the text is its CSV, which the console never asks for); throws ApiError for everything else, an unreachable server included. */
export async function unwrap<Body>(request: Promise<Answer<Body>>): Promise<Exclude<Body, string>> {
  const answer = await request.catch(() => undefined);
  if (!answer) throw new ApiError({ status: 0, title: 'Offline', code: 'offline', detail: 'Check the connection.' });
  if (answer.response.ok) return answer.data as Exclude<Body, string>;
  throw new ApiError(problemOf(answer));
}

/** What the server says about an answer that is none. */
export function problemOf({ error, response }: Answer<unknown>): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error) return error as Problem;
  return {
    status: response.status,
    title: response.statusText || `HTTP ${response.status}`,
    code: 'unexpected-answer',
  };
}

/** The problem to show for whatever a query or mutation threw. */
export const problemFrom = (error: unknown): Problem =>
  error instanceof ApiError
    ? error.problem
    : { status: -1, title: 'Something went wrong in the console', code: 'console-error', detail: String(error) };

/** The header that says which version a change was made on. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });
