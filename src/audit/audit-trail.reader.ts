import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/env.js';
import { derivedKey } from '../http/derived-key.js';
import { DomainError } from '../kernel/domain-error.js';
import { AuditReader } from './audit.reader.js';
import type { Checkpoint } from './checkpoint.js';
import { openCheckpoint, publicPem, signCheckpoint, signingKeyOf } from './checkpoint.js';
import { ChainVerifier } from './domain/chain.js';
import type { Verdict } from './domain/chain.js';

export interface SignedCheckpoint extends Checkpoint {
  /** Compact JWS over position, hash and time. */
  readonly checkpoint: string;
  /** PEM of the key that verifies it. */
  readonly publicKey: string;
}

/** Verifies the chain and vouches for it. */
@Injectable()
export class AuditTrail {
  private readonly key: KeyObject;

  constructor(
    config: Config,
    private readonly reader: AuditReader,
  ) {
    this.key = signingKeyOf(derivedKey(config, 'audit-checkpoint'));
  }

  /** Recomputes every hash, and compares with checkpoints that were exported earlier. */
  async verify(tokens: readonly string[] = []): Promise<Verdict> {
    const publicKey = createPublicKey(this.key);
    const anchors = await Promise.all(tokens.map((token) => openCheckpoint(token, publicKey)));
    const verifier = new ChainVerifier(anchors);
    for await (const link of this.reader.chain()) if (!verifier.add(link)) break;
    return verifier.verdict();
  }

  /** Returns the signed head of the chain, to be kept outside the database. Throws DomainError 'not-found' while it is empty. */
  async checkpoint(): Promise<SignedCheckpoint> {
    const head = await this.reader.head();
    if (head === undefined) throw new DomainError('not-found', 'audit-trail-empty', 'Nothing was recorded yet.');
    const checkpoint = { position: head.position, hash: head.hash, at: head.at.toISOString() };
    return { ...checkpoint, checkpoint: await signCheckpoint(checkpoint, this.key), publicKey: publicPem(this.key) };
  }
}
