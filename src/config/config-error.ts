import { StartupError } from './startup-error.js';

/** All mistakes of the environment at once, one plain sentence each. */
export class ConfigError extends StartupError {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}
