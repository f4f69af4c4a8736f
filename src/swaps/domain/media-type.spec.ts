import { expect, it } from '@jest/globals';
import { mediaTypeOf } from './media-type.js';

const typeOf = (text: string): string | undefined => mediaTypeOf(Buffer.from(text));

it.each([
  ['%PDF-1.7 …', 'application/pdf'],
  ['{"passed": true}', 'application/json'],
  ['{"passed": tru', 'text/plain'],
  ['case,old,new\n1,0.8,0.9\n', 'text/csv'],
  ['5 < 6, says the log', 'text/plain'],
  ['<3 from the team', 'text/plain'],
])('%j is %s', (text, type) => {
  expect(typeOf(text)).toBe(type);
});

it.each([
  ['a page', '<!DOCTYPE html><p>'],
  ['a page behind blanks and a byte order mark', '\uFEFF \n<body onload=alert(1)>'],
  ['a comment before a script', '<!-- x --><script>alert(1)</script>'],
  ['a drawing', '<svg onload=alert(1)>'],
  ['an instruction', '<?php echo 1;'],
  ['a program', '\u007fELF'],
  ['another program', 'MZ\u0000\u0001'],
  ['nothing', ''],
  ['blanks', ' \n '],
])('%s is nothing that is taken', (_, text) => {
  expect(typeOf(text)).toBeUndefined();
});

it('is read from signatures', () => {
  expect(mediaTypeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('image/png');
  expect(mediaTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
});

it('text is UTF-8 or no text', () => {
  expect(mediaTypeOf(Buffer.from([0xc3, 0x28, 0x41]))).toBeUndefined();
  expect(mediaTypeOf(Buffer.from('Prüfung', 'latin1'))).toBeUndefined();
  expect(mediaTypeOf(Buffer.from('Prüfung', 'utf16le'))).toBeUndefined();
});
