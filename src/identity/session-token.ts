import { Injectable } from '@nestjs/common';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { Config } from '../config/env.js';
import { derivedKey } from '../http/derived-key.js';
import { Clock } from '../kernel/clock.js';

const ENCRYPTION = { alg: 'dir', enc: 'A256GCM' } as const;

/** Seals the id of a session, so that neither a browser nor a log can read or forge it. */
@Injectable()
export class SessionTokens {
  private readonly key: Uint8Array;

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
    try {
      const { payload } = await jwtDecrypt<{ sid: unknown }>(token, this.key, {
        keyManagementAlgorithms: [ENCRYPTION.alg],
        contentEncryptionAlgorithms: [ENCRYPTION.enc],
        currentDate: this.clock.now(),
      });
      return typeof payload.sid === 'string' ? payload.sid : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
