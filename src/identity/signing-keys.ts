import { createRemoteJWKSet } from 'jose';
import type { CryptoKey, FlattenedJWSInput, JWSHeaderParameters } from 'jose';
import type { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';

const REFRESH_MS = 10 * 60_000;
const RETRY_MS = 30_000;
const LONGEST_MS = 24 * 3_600_000;
const TIMEOUT_MS = 3_000;

/**
 * The public keys of the identity provider, from its own address alone. An unknown key id fetches them anew, at most
 * twice a minute; while the provider is down the last ones serve on for up to a day.
 */
export class SigningKeys {
  private readonly remote: ReturnType<typeof createRemoteJWKSet>;
  private loadedAt = 0;
  private triedAt = 0;

  constructor(
    address: URL,
    private readonly clock: Clock,
  ) {
    this.remote = createRemoteJWKSet(address, {
      cacheMaxAge: Infinity,
      cooldownDuration: RETRY_MS,
      timeoutDuration: TIMEOUT_MS,
    });
  }

  /** Returns the key that a token names. Throws DomainError 'unavailable' when no keys could be had for a day. */
  async find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    await this.refresh();
    return this.remote(header, token);
  }

  private async refresh(): Promise<void> {
    const now = this.clock.now().getTime();
    const age = now - this.loadedAt;
    if (age < REFRESH_MS || (now - this.triedAt < RETRY_MS && age < LONGEST_MS)) return;
    this.triedAt = now;
    try {
      await this.remote.reload();
      this.loadedAt = now;
    } catch (error) {
      if (age < LONGEST_MS) return;
      const refusal = new DomainError(
        'unavailable',
        'identity-provider-unavailable',
        'The sign-in service cannot be reached.',
      );
      throw Object.assign(refusal, { cause: error });
    }
  }
}
