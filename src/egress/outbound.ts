import type { BodyLimits } from './body.js';

export interface OutboundRequest extends Partial<BodyLimits> {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Hosts that the code itself vouches for, on top of the configured list. */
  readonly hosts?: readonly string[];
  /** From the first byte sent to the last one read. */
  readonly timeoutMs?: number;
  /** Until the answer begins; some think before they speak. */
  readonly headersMs?: number;
  readonly signal?: AbortSignal;
}

export interface OutboundResponse {
  /** Redirects are answers like any other; they are never followed. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
