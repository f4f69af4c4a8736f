import { expect, it } from '@jest/globals';
import { clientWords } from '../web/src/identity/client-words.js';

const MOZILLA = 'Mozilla/5.0';
const GECKO = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${GECKO} Chrome/131.0.0.0 Safari/537.36`, 'Chrome 131 on Windows'],
  [
    `${MOZILLA} (Windows NT 10.0; Win64; x64) ${GECKO} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2`,
    'Edge 131 on Windows',
  ],
  [`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox 140 on Linux'],
  [`${MOZILLA} (Linux; Android 15) ${GECKO} Chrome/131.0.0.0 Mobile Safari/537.36`, 'Chrome 131 on Android'],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15`,
    'Safari 18 on macOS',
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18.1 Mobile/15 Safari/604.1`,
    'Safari 18 on iOS',
  ],
  ['curl/8.9.1', 'curl/8.9.1'],
  ['', ''],
])('calls %j %j', (userAgent, words) => {
  expect(clientWords(userAgent)).toBe(words);
});
