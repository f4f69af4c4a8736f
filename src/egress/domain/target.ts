import { isIP } from 'node:net';
import { isWithin } from './address.js';
import type { Network } from './address.js';

/** Which addresses the product may call. */
export interface EgressPolicy {
  /** Host names, `*.example.com` for what lies below one. */
  readonly hosts: readonly string[];
  /** Own networks; whatever resolves into them may be called, over plain HTTP, too. */
  readonly privateNetworks: readonly Network[];
}

export const REFUSALS = [
  'address-malformed',
  'scheme-refused',
  'credentials-refused',
  'host-refused',
  'address-refused',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface Target {
  readonly url: URL;
  /** Without the brackets of IPv6. */
  readonly host: string;
  /** The host is on the list; else it must resolve into the own networks. */
  readonly listed: boolean;
  readonly literal: boolean;
}

/** Returns what an address points at, or why it is refused before any name is resolved. */
export function targetOf(address: string, { hosts, privateNetworks }: EgressPolicy): Target | Refusal {
  if (!URL.canParse(address)) return 'address-malformed';
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme-refused';
  if (url.username !== '' || url.password !== '') return 'credentials-refused';
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === '') return 'address-malformed';
  const literal = isIP(host) !== 0;
  if (literal) return isWithin(host, privateNetworks) ? { url, host, listed: false, literal } : 'address-refused';
  const listed = hosts.some((pattern) => matches(host, pattern.toLowerCase()));
  if (listed && url.protocol === 'https:') return { url, host, listed, literal };
  if (privateNetworks.length > 0) return { url, host, listed: false, literal };
  return listed ? 'scheme-refused' : 'host-refused';
}

const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
