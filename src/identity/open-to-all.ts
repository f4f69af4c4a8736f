import { isLoopback } from '../config/env.js';
import type { Config } from '../config/env.js';

/** Returns whether anybody who reaches the server may be anybody: built-in accounts beyond a trial on one machine. */
export const isOpenToAll = ({ authMode, host, nodeEnv }: Pick<Config, 'authMode' | 'host' | 'nodeEnv'>): boolean =>
  authMode === 'local' && (!isLoopback(host) || nodeEnv === 'production');
