import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Agent, ProxyAgent, errors, request } from 'undici';
import type { Dispatcher } from 'undici';
import { Config } from '../config/env.js';
import { ACCEPT_ENCODING, readBody } from './body.js';
import type { BodyLimits } from './body.js';
import { isPublic, isWithin, parseNetworks } from './domain/address.js';
import { targetOf } from './domain/target.js';
import type { EgressPolicy, Target } from './domain/target.js';
import { EgressError, refusal } from './egress-error.js';
import { Resolver } from './resolver.js';
import type { ResolvedAddress } from './resolver.js';

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

const CONNECT_MS = 5_000;
const HEADERS_MS = 15_000;
const TOTAL_MS = 30_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** The one way out: only to listed hosts and own networks, at checked addresses, with limits on time and size. */
@Injectable()
export class Egress implements OnApplicationShutdown {
  private readonly policy: EgressPolicy;
  private readonly agents: Readonly<Record<'listed' | 'own', Dispatcher>>;

  constructor(
    config: Config,
    private readonly resolver: Resolver,
  ) {
    this.policy = {
      hosts: config.egressAllowedHosts ?? [],
      privateNetworks: parseNetworks(config.egressPrivateNetworks ?? []),
    };
    const own = this.agent(false);
    const listed = config.egressProxy === undefined ? this.agent(true) : new ProxyAgent(config.egressProxy);
    this.agents = { listed, own };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.agents.listed.destroy(), this.agents.own.destroy()]);
  }

  /** Checks an address without calling it; its name is resolved only when it is called. Throws EgressError. */
  check(url: string, hosts: readonly string[] = []): Target {
    const target = targetOf(url, { ...this.policy, hosts: [...this.policy.hosts, ...hosts] });
    if (typeof target === 'string') throw refusal(target, hostOf(url));
    return target;
  }

  /** Calls an address and returns the answer, whatever its status. Throws EgressError. */
  async request(outbound: OutboundRequest): Promise<OutboundResponse> {
    const target = this.check(outbound.url, outbound.hosts);
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
    const { privateNetworks } = this.policy;
    const fits = ({ address }: ResolvedAddress): boolean =>
      isWithin(address, privateNetworks) || (listed && isPublic(address));
    if (found.length === 0 || !found.every(fits)) throw refusal(listed ? 'address-refused' : 'host-refused', host);
    return found;
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname || 'The address' : 'The address');

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
