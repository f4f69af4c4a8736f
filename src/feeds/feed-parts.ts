import type { Config } from '../config/env.js';
import type { Address } from './feed-fetch.js';
import { baseOf, POLLS } from './feed-polls.js';

/** One address, or several lists that are one payload together. */
export type Part = readonly [Address, ...Address[]];

/** Returns what a poll of the feed asks for, each part a payload of its own; none where it is only carried in. */
export function partsOf(feed: string, config: Config, organisations: readonly string[]): readonly Part[] {
  const plan = POLLS[feed];
  if (plan === undefined) return [];
  const { base, hosts } = baseOf(feed, plan, config);
  const requests = plan.requests(config, organisations);
  const [first, ...rest] = requests.map((request): Address => ({ ...request, url: `${base}${request.path}`, hosts }));
  if (first === undefined) return [];
  return plan.isOneList === true ? [[first, ...rest]] : [[first], ...rest.map((address): Part => [address])];
}

/** The name under which the feed remembers what the part answered. */
export const keyOf = ([first, ...rest]: Part): string =>
  rest.length === 0 ? first.url : `${first.url} and ${rest.length} more`;
