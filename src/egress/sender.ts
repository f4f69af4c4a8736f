import type { LookupFunction } from 'node:net';
import { Agent, ProxyAgent, errors, request } from 'undici';
import type { Dispatcher } from 'undici';
import { ACCEPT_ENCODING, readBody } from './body.js';
import { isPublic, isWithin } from './domain/address.js';
import type { EgressPolicy, Target } from './domain/target.js';
import { EgressError, refusal } from './egress-error.js';
import type { OutboundRequest, OutboundResponse } from './outbound.js';
import type { ResolvedAddress, Resolver } from './resolver.js';

const CONNECT_MS = 5_000;
const HEADERS_MS = 15_000;
const TOTAL_MS = 30_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** Sends requests to targets that the policy has let pass, at addresses that are checked when they are resolved. */
export class Sender {
  private readonly agents: Readonly<Record<'listed' | 'own', Dispatcher>>;

  constructor(
    private readonly privateNetworks: EgressPolicy['privateNetworks'],
    private readonly resolver: Resolver,
    proxy: string | undefined,
  ) {
    const own = this.agent(false);
    this.agents = { listed: proxy === undefined ? this.agent(true) : new ProxyAgent(proxy), own };
  }

  async close(): Promise<void> {
    await Promise.all([this.agents.listed.destroy(), this.agents.own.destroy()]);
  }

  /** Returns the answer, whatever its status. Throws EgressError. */
  async send(target: Target, outbound: OutboundRequest): Promise<OutboundResponse> {
    const { maxBytes = MAX_BYTES, overflow = 'fail', timeoutMs = TOTAL_MS, headersMs = HEADERS_MS } = outbound;
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await request(target.url, {
        dispatcher: target.listed ? this.agents.listed : this.agents.own,
        method: outbound.method ?? 'GET',
        headers: { 'accept-encoding': ACCEPT_ENCODING, 'user-agent': 'modelfolio', ...outbound.headers },
        body: outbound.body ?? null,
        headersTimeout: Math.min(headersMs, timeoutMs),
        bodyTimeout: Math.min(HEADERS_MS, timeoutMs),
        signal: outbound.signal === undefined ? deadline : AbortSignal.any([deadline, outbound.signal]),
      });
      const headers = flatten(answer.headers);
      const body = await readBody(answer.body, headers['content-encoding'], { maxBytes, overflow });
      return { status: answer.statusCode, headers, body };
    } catch (error) {
      throw asEgressError(error, target.host, deadline);
    }
  }

  private agent(listed: boolean): Agent {
    const lookup: LookupFunction = (host, options, done) => {
      this.pin(host, listed).then(
        (found) => {
          const [first] = found;
          if (options.all === true) done(null, [...found]);
          else done(null, first?.address ?? '', first?.family);
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), ''),
      );
    };
    return new Agent({ connect: { lookup, timeout: CONNECT_MS }, maxHeaderSize: 16 * 1024, pipelining: 1 });
  }

  /** Resolves a name once; the connection goes to what was checked. One bad address among them refuses all. */
  private async pin(host: string, listed: boolean): Promise<readonly ResolvedAddress[]> {
    const found = await this.resolver.resolve(host);
    const fits = ({ address }: ResolvedAddress): boolean =>
      isWithin(address, this.privateNetworks) || (listed && isPublic(address));
    if (found.length === 0 || !found.every(fits)) throw refusal(listed ? 'address-refused' : 'host-refused', host);
    return found;
  }
}

const flatten = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

function asEgressError(error: unknown, host: string, deadline: AbortSignal): EgressError {
  if (error instanceof EgressError) return error;
  if (error instanceof Error && error.cause instanceof EgressError) return error.cause;
  const late =
    deadline.aborted ||
    error instanceof errors.ConnectTimeoutError ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError;
  if (late) return new EgressError('timeout', `${host} took too long.`, { cause: error });
  if (/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/.test(codeOf(error)))
    return new EgressError('undecodable', `${host} answered with broken compression.`, { cause: error });
  return new EgressError('unreachable', `${host} cannot be reached.`, { cause: error });
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
