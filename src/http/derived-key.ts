import { hkdfSync } from 'node:crypto';
import type { Config } from '../config/env.js';

/** Returns 32 bytes for one purpose, derived from the secret of the installation, so that no key serves two. */
export function derivedKey({ secretKey }: Pick<Config, 'secretKey'>, purpose: string): Buffer {
  if (secretKey === undefined) throw new TypeError('SECRET_KEY must be known before the application is built');
  return Buffer.from(hkdfSync('sha256', secretKey, '', `modelfolio:${purpose}`, 32));
}
