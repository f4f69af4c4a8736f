import { Injectable } from '@nestjs/common';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { LRUCache } from 'lru-cache';
import { Config } from '../config/env.js';
import { derivedKey } from '../http/derived-key.js';
import { Clock } from '../kernel/clock.js';

const MOST_OPENED = 5_000;
const ENCRYPTION = { alg: 'dir', enc: 'A256GCM' } as const;

interface Sealed {
  readonly sessionId: string;
  /** Seconds since 1970, as the token says it. */
  readonly expiresAt: number;
}

/** Seals the id of a session, so that neither a browser nor a log can read or forge it. */
@Injectable()
export class SessionTokens {
  private readonly key: Uint8Array;
  /** What a token says never changes, so it is opened once. */
  private readonly opened = new LRUCache<string, Sealed>({ max: MOST_OPENED });

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.key = derivedKey(config, 'session');
  }

  seal(sessionId: string, expiresAt: Date): Promise<string> {
    return new EncryptJWT({ sid: sessionId })
      .setProtectedHeader(ENCRYPTION)
      .setExpirationTime(expiresAt)
      .encrypt(this.key);
  }

  /** Returns the id of the session, or undefined when the token is not ours or has expired. */
  async open(token: string): Promise<string | undefined> {
    const sealed = this.opened.get(token) ?? (await this.unseal(token));
    if (sealed === undefined || sealed.expiresAt * 1000 <= this.clock.now().getTime()) return undefined;
    this.opened.set(token, sealed);
    return sealed.sessionId;
  }

  private async unseal(token: string): Promise<Sealed | undefined> {
    try {
      const { payload } = await jwtDecrypt<{ sid: unknown }>(token, this.key, {
        keyManagementAlgorithms: [ENCRYPTION.alg],
        contentEncryptionAlgorithms: [ENCRYPTION.enc],
        currentDate: this.clock.now(),
        requiredClaims: ['exp'],
      });
      const { sid, exp = 0 } = payload;
      return typeof sid === 'string' ? { sessionId: sid, expiresAt: exp } : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
