import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, errors } from 'jose';
import { DomainError } from '../kernel/domain-error.js';
import type { Anchor } from './domain/chain.js';

/** The head of the chain at a moment; signed, it proves later that nothing before it was rewritten. */
export interface Checkpoint extends Anchor {
  /** When it was signed. */
  readonly at: string;
}

const ALGORITHM = 'EdDSA';
const TYPE = 'audit-checkpoint+jws';
/** ASN.1 around the 32 bytes of an Ed25519 private key (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Returns the Ed25519 key of 32 secret bytes. */
export const signingKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });

/** Returns the public half as PEM, for whoever verifies. */
export const publicPem = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();

const keyId = (key: KeyObject): string =>
  createHash('sha256')
    .update(createPublicKey(key).export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);

/** Returns the checkpoint as a compact JWS. */
export const signCheckpoint = ({ position, hash, at }: Checkpoint, key: KeyObject): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify({ position, hash, at })))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: keyId(key) })
    .sign(key);

/** Returns what was signed. Throws DomainError 'unprocessable' for a checkpoint that this key did not sign. */
export async function openCheckpoint(token: string, publicKey: KeyObject): Promise<Checkpoint> {
  try {
    const { payload } = await compactVerify(token, publicKey, { algorithms: [ALGORITHM] });
    const value: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    if (isCheckpoint(value)) return value;
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof SyntaxError)) throw error;
  }
  throw new DomainError(
    'unprocessable',
    'checkpoint-invalid',
    'The checkpoint was not signed by the key of this trail.',
  );
}

const isCheckpoint = (value: unknown): value is Checkpoint =>
  typeof value === 'object' &&
  value !== null &&
  'position' in value &&
  Number.isSafeInteger(value.position) &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  'at' in value &&
  typeof value.at === 'string';
