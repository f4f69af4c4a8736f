import { Injectable } from '@nestjs/common';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { Config } from '../config/env.js';
import { derivedKey } from '../http/derived-key.js';
import { Clock } from '../kernel/clock.js';

const ENCRYPTION = { alg: 'dir', enc: 'A256GCM' } as const;
/** Unsealing costs a tenth of a read, so what was unsealed is remembered; whether the session lives is asked every time. */
const REMEMBERED = 5_000;

interface Opened {
  readonly sessionId: string;
  readonly expiresAtMs: number;
}

/** Seals the id of a session, so that neither a browser nor a log can read or forge it. */
@Injectable()
export class SessionTokens {
  private readonly key: Uint8Array;
  private readonly opened = new Map<string, Opened>();

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
    const opened = this.opened.get(token) ?? (await this.unseal(token));
    if (opened === undefined || opened.expiresAtMs <= this.clock.now().getTime()) return undefined;
    return opened.sessionId;
  }

  private async unseal(token: string): Promise<Opened | undefined> {
    try {
      const { payload } = await jwtDecrypt<{ sid: unknown }>(token, this.key, {
        keyManagementAlgorithms: [ENCRYPTION.alg],
        contentEncryptionAlgorithms: [ENCRYPTION.enc],
        currentDate: this.clock.now(),
      });
      const { sid, exp } = payload;
      if (typeof sid !== 'string' || exp === undefined) return undefined;
      const opened = { sessionId: sid, expiresAtMs: exp * 1000 };
      this.remember(token, opened);
      return opened;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  /** Only tokens of our own making get here, so nobody else can fill the memory. */
  private remember(token: string, opened: Opened): void {
    const [oldest] = this.opened.keys();
    if (this.opened.size >= REMEMBERED && oldest !== undefined) this.opened.delete(oldest);
    this.opened.set(token, opened);
  }
}
