import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { frameworkLogger } from './logging.js';

function linesAt(level: string, work: (logger: ReturnType<typeof frameworkLogger>) => void): string[] {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  work(frameworkLogger(pino({ level }, stream)));
  return lines;
}

describe('the logger of the framework', () => {
  it('keeps what features say, and leaves the wiring to debug', () => {
    const say = (logger: ReturnType<typeof frameworkLogger>): void => {
      logger.log('RolesModule dependencies initialized', 'InstanceLoader');
      logger.log('audit checkpoint at position 7', 'AuditCheckpoint');
    };
    expect(linesAt('info', say)).toEqual([expect.stringContaining('audit checkpoint at position 7')]);
    expect(linesAt('debug', say)).toHaveLength(2);
  });
});
