import ipaddr from 'ipaddr.js';

export type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number];

/** Public by number, but they answer with a cloud's credentials. */
const METADATA = ['168.63.129.16'];
/** All global unicast IPv6 of today; what lies outside is not routed, or wraps an IPv4 address. */
const GLOBAL_IPV6: Network = [ipaddr.parse('2000::'), 3];

/** Returns the networks of a list such as `10.0.0.0/8`. Throws Error for what is not one. */
export const parseNetworks = (cidrs: readonly string[]): readonly Network[] =>
  cidrs.map((cidr) => ipaddr.parseCIDR(cidr));

/** Returns whether the address is a plain public one: not private, local, reserved, tunnelled or a metadata service. */
export function isPublic(address: string): boolean {
  const parsed = parse(address);
  if (parsed === undefined || parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv6' ? within(parsed, GLOBAL_IPV6) : !METADATA.includes(parsed.toString());
}

/** Returns whether the address lies in one of the networks; a mapped IPv4 address counts as what it maps. */
export function isWithin(address: string, networks: readonly Network[]): boolean {
  const parsed = parse(address);
  return parsed !== undefined && networks.some((network) => within(parsed, network));
}

/** Zone identifiers point at one interface of this machine and have no business in an address that is called. */
const parse = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  ipaddr.isValid(address) && !address.includes('%') ? ipaddr.process(address) : undefined;

const within = (address: ipaddr.IPv4 | ipaddr.IPv6, [network, prefix]: Network): boolean =>
  address.kind() === network.kind() && address.match([network, prefix]);
