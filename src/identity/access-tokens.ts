import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { Config } from '../config/env.js';
import { Clock } from '../kernel/clock.js';
import { identityOf } from './domain/claims.js';
import type { Identity } from './domain/identity.js';
import { IdentityProvider } from './identity-provider.js';

/** Asymmetric only: with a shared secret, whoever can check a token could make one. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const TYPES = ['at+jwt', 'jwt'];
const SKEW_SECONDS = 60;
/** Header parameters by which a token would bring its own key. */
const OWN_KEYS = ['jku', 'jwk', 'x5u', 'x5c'];
/** Keycloak marks its other tokens in the payload; they are not for an API. */
const OTHER_TOKENS = ['ID', 'Refresh', 'Offline', 'Logout'];

export interface VerifiedToken {
  readonly identity: Identity;
  readonly issuedAt: Date;
}

/** Checks access tokens of the identity provider. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly config: Config,
    private readonly provider: IdentityProvider,
    private readonly clock: Clock,
  ) {}

  /** Returns whom the token speaks for, or undefined when anything about it is not right. */
  async verify(token: string): Promise<VerifiedToken | undefined> {
    try {
      if (!this.isAcceptable(decodeProtectedHeader(token))) return undefined;
      const { issuer, keys } = await this.provider.get();
      const { payload } = await jwtVerify(token, (header, input) => keys.find(header, input), {
        issuer,
        audience: this.config.oidcAudience ?? [],
        algorithms: ALGORITHMS,
        clockTolerance: SKEW_SECONDS,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'iat', 'sub', 'aud'],
      });
      return this.verified(payload, issuer);
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
      throw error;
    }
  }

  private isAcceptable(header: Readonly<Record<string, unknown>>): boolean {
    const { typ } = header;
    const types = this.config.oidcTokenTypes?.map((each) => each.toLowerCase()) ?? TYPES;
    if (typeof typ !== 'string' || OWN_KEYS.some((name) => name in header)) return false;
    return types.includes(typ.toLowerCase().replace(/^application\//, ''));
  }

  private verified(payload: JWTPayload, issuer: string): VerifiedToken | undefined {
    const { typ, iat = 0 } = payload;
    // The console asks for a nonce in every ID token; access tokens have none.
    if ((typeof typ === 'string' && OTHER_TOKENS.includes(typ)) || 'nonce' in payload) return undefined;
    const identity = identityOf(payload, issuer, this.provider.claimNames);
    return identity && { identity, issuedAt: new Date(iat * 1000) };
  }
}
