import type { Refusal } from './domain/target.js';

export type EgressFailure = Refusal | 'unreachable' | 'timeout' | 'too-large' | 'undecodable';

/** A call that did not happen or did not end well; the message names the host, never the whole address. */
export class EgressError extends Error {
  constructor(
    readonly code: EgressFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EgressError';
  }
}

const SENTENCES: Readonly<Record<Refusal, string>> = {
  'address-malformed': 'is not an address',
  'scheme-refused': 'must be called by https',
  'credentials-refused': 'must not carry a user name or password',
  'host-refused': 'is not on the list of hosts that may be called (EGRESS_ALLOWED_HOSTS)',
  'address-refused': 'has an address that must not be called; own networks are listed in EGRESS_PRIVATE_NETWORKS',
};

export const refusal = (code: Refusal, host: string): EgressError =>
  new EgressError(code, `${host} ${SENTENCES[code]}.`);
