import { Injectable } from '@nestjs/common';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { Configuration } from 'openid-client';
import { Config } from '../config/env.js';
import { derivedKey } from '../http/derived-key.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { claimAt, identityOf } from './domain/claims.js';
import { IdentityProvider } from './identity-provider.js';
import { SessionsService } from './sessions.service.js';
import type { OpenedSession } from './sessions.service.js';

const ATTEMPT_MINUTES = 10;
const ENCRYPTION = { alg: 'dir', enc: 'A256GCM' } as const;

/** What the browser keeps, sealed, while it visits the identity provider. */
interface Attempt {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly returnTo: string;
}

/** Signs people in to the console: OpenID Connect with authorisation code and PKCE. */
@Injectable()
export class ConsoleSignIn {
  private readonly key: Uint8Array;

  constructor(
    private readonly config: Config,
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
  ) {
    this.key = derivedKey(config, 'sign-in-attempt');
  }

  /** Returns where to send the browser, and the sealed attempt that it brings back. */
  async begin(returnTo: string): Promise<{ url: URL; attempt: string; expiresAt: Date }> {
    const { client } = await this.provider.get();
    const attempt = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce(), returnTo };
    const expiresAt = new Date(this.clock.now().getTime() + ATTEMPT_MINUTES * 60_000);
    const url = buildAuthorizationUrl(client, {
      redirect_uri: this.callback.href,
      scope: this.config.oidcScopes,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      state: attempt.state,
      nonce: attempt.nonce,
    });
    const sealed = new EncryptJWT({ ...attempt }).setProtectedHeader(ENCRYPTION).setExpirationTime(expiresAt);
    return { url, attempt: await sealed.encrypt(this.key), expiresAt };
  }

  /** Opens the session of whoever comes back with the answer of the provider. Throws DomainError 'unauthenticated'. */
  async complete(
    query: string,
    { sealed, client: userAgent }: { readonly sealed: string | undefined; readonly client: string | undefined },
  ): Promise<OpenedSession & { returnTo: string }> {
    const attempt = sealed === undefined ? undefined : await this.unseal(sealed);
    if (attempt === undefined) throw failed('The sign-in took too long or began in another browser; begin again.');
    const { client, issuer } = await this.provider.get();
    const claims = await this.claims(client, query, attempt);
    const identity = identityOf(claims, issuer, this.provider.claimNames);
    if (identity === undefined) throw failed('The identity provider did not say who you are.');
    return {
      ...(await this.sessions.open(identity, { method: 'OIDC', client: userAgent })),
      returnTo: attempt.returnTo,
    };
  }

  /** Returns where the browser ends its session with the provider, too; undefined when there is no such place. */
  async endSession(): Promise<URL | undefined> {
    const { client } = await this.provider.get();
    if (client.serverMetadata().end_session_endpoint === undefined) return undefined;
    return buildEndSessionUrl(client, { post_logout_redirect_uri: new URL('/', this.callback).href });
  }

  private get callback(): URL {
    return new URL('/auth/callback', this.config.publicUrl);
  }

  /** Roles may stand in the ID token or only in the user information. */
  private async claims(client: Configuration, query: string, attempt: Attempt): Promise<Record<string, unknown>> {
    const current = new URL(this.callback);
    current.search = query;
    const { verifier: pkceCodeVerifier, state: expectedState, nonce: expectedNonce } = attempt;
    try {
      const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(client, current, checks);
      const claims = { ...tokens.claims() };
      const { sub } = claims;
      const complete = claimAt(claims, this.provider.claimNames.roles) !== undefined;
      if (complete || sub === undefined || client.serverMetadata().userinfo_endpoint === undefined) return claims;
      return { ...claims, ...(await fetchUserInfo(client, tokens.access_token, sub)) };
    } catch (error) {
      const refused = [ClientError, AuthorizationResponseError, ResponseBodyError].some(
        (kind) => error instanceof kind,
      );
      throw refused ? Object.assign(failed('The identity provider refused the sign-in.'), { cause: error }) : error;
    }
  }

  private async unseal(sealed: string): Promise<Attempt | undefined> {
    try {
      const { payload } = await jwtDecrypt<Attempt>(sealed, this.key, { currentDate: this.clock.now() });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}

const failed = (detail: string): DomainError => new DomainError('unauthenticated', 'sign-in-failed', detail);
