import { Injectable } from '@nestjs/common';
import { allowInsecureRequests, ClientSecretPost, discovery, None } from 'openid-client';
import type { Configuration } from 'openid-client';
import { Config } from '../config/env.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import type { ClaimNames } from './domain/claims.js';
import { SigningKeys } from './signing-keys.js';

const TIMEOUT_SECONDS = 5;

interface Provider {
  readonly client: Configuration;
  readonly issuer: string;
  readonly keys: SigningKeys;
}

/** The identity provider of the enterprise: found by discovery when it is first needed, then remembered. */
@Injectable()
export class IdentityProvider {
  private known: Promise<Provider> | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  get claimNames(): ClaimNames {
    const { oidcRolesClaim: roles, oidcTeamsClaim: teams, oidcRoleMap: roleMap = [] } = this.config;
    return { roles, teams, roleMap };
  }

  /** Throws DomainError 'unavailable' while the provider has never been reached. */
  async get(): Promise<Provider> {
    this.known ??= this.discover();
    try {
      return await this.known;
    } catch (error) {
      this.known = undefined;
      const refusal = new DomainError(
        'unavailable',
        'identity-provider-unavailable',
        'The sign-in service cannot be reached.',
      );
      throw Object.assign(refusal, { cause: error });
    }
  }

  private async discover(): Promise<Provider> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.config;
    if (oidcIssuer === undefined || oidcClientId === undefined) throw new TypeError('AUTH_MODE is not oidc');
    const authentication = oidcClientSecret === undefined ? None() : ClientSecretPost(oidcClientSecret);
    const plain = oidcIssuer.startsWith('http:');
    const client = await discovery(new URL(oidcIssuer), oidcClientId, undefined, authentication, {
      timeout: TIMEOUT_SECONDS,
      // Only an issuer that the operator has written with http: himself.
      execute: plain ? [allowInsecureRequests] : [],
    });
    const { issuer, jwks_uri: address } = client.serverMetadata();
    if (address === undefined) throw new TypeError('The identity provider names no jwks_uri');
    return { client, issuer, keys: new SigningKeys(new URL(address), this.clock) };
  }
}
