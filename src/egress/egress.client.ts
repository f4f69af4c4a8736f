import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/env.js';
import { parseNetworks } from './domain/address.js';
import { targetOf } from './domain/target.js';
import type { EgressPolicy, Target } from './domain/target.js';
import { refusal } from './egress-error.js';
import type { OutboundRequest, OutboundResponse } from './outbound.js';
import { Resolver } from './resolver.js';
import type { Sender } from './sender.js';

/** The one way out: only to listed hosts and own networks, at checked addresses, with limits on time and size. */
@Injectable()
export class Egress implements OnApplicationShutdown {
  private readonly policy: EgressPolicy;
  private sender: Promise<Sender> | undefined;

  constructor(
    private readonly config: Config,
    private readonly resolver: Resolver,
  ) {
    this.policy = {
      hosts: config.egressAllowedHosts ?? [],
      privateNetworks: parseNetworks(config.egressPrivateNetworks ?? []),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.sender)?.close();
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
    this.sender ??= this.load();
    return (await this.sender).send(target, outbound);
  }

  /** A start does not wait for the library, because a portfolio may go for hours without calling anybody. */
  private async load(): Promise<Sender> {
    const { Sender } = await import('./sender.js');
    return new Sender(this.policy.privateNetworks, this.resolver, this.config.egressProxy);
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname || 'The address' : 'The address');
