import { SETTINGS } from './keys.js';

/** Returns the text of `.env.example`: every key with its default, each under the sentence that explains it. */
export function envExample(): string {
  const entries = Object.values(SETTINGS).map(({ env, about, example }) => `# ${about}\n#${env}=${example}\n`);
  return [
    '# Copy to .env, remove the # of what you change. NAME_FILE instead of NAME is the path of a file that holds the value.\n',
    ...entries,
  ].join('\n');
}
