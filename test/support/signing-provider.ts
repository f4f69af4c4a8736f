import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** An identity provider that publishes keys and signs whatever a test wants. */
export class SigningProvider {
  private server: Server | undefined;
  private keys: Key[] = [];
  port = 0;
  fetches = 0;

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The key that signs now. */
  get key(): Key {
    const [key] = this.keys;
    if (key === undefined) throw new TypeError('no key yet');
    return key;
  }

  async start(): Promise<void> {
    if (this.keys.length === 0) await this.rotate('first');
    const server = createServer((request, response) => {
      const { issuer, keys } = this;
      if (request.url === '/keys') this.fetches += 1;
      const answer =
        request.url === '/keys'
          ? { keys: keys.map(({ jwk }) => jwk) }
          : {
              issuer,
              jwks_uri: `${issuer}/keys`,
              authorization_endpoint: `${issuer}/auth`,
              token_endpoint: `${issuer}/token`,
            };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  }

  /** Replaces all keys by a new one. */
  async rotate(kid: string): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
    this.keys = [{ kid, privateKey, publicKey, jwk }];
  }

  /** Returns a token that is right in everything but what is given. */
  token(
    claims: JWTPayload = {},
    header: Partial<JWTHeaderParameters> = {},
    key: CryptoKey | Uint8Array = this.key.privateKey,
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      iss: this.issuer,
      aud: 'modelfolio-api',
      sub: 'alice',
      name: 'Alice',
      roles: ['bank-audit'],
      iat: now,
      exp: now + 300,
    };
    return new SignJWT({ ...payload, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: this.key.kid, ...header })
      .sign(key);
  }
}
