import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const CACHE = new URL('../../.cache/typescript/', import.meta.url);

/** Loader hooks that let plain Node run the TypeScript sources: `./x.js` means `./x.ts` where only that exists. */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
    return next(specifier.replace(/\.js$/, '.ts'), context);
  }
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true };
}

/** Kept by content: the same source is compiled once, whoever asks. */
async function compiled(filename) {
  const source = await readFile(filename, 'utf8');
  const kept = new URL(`${createHash('sha256').update(filename).update(source).digest('hex')}.js`, CACHE);
  const found = await readFile(kept, 'utf8').catch(() => undefined);
  if (found !== undefined) return found;
  const { code } = await transform(source, {
    filename,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
  });
  await keep(kept, code).catch(() => undefined); // a folder that cannot be written only costs time
  return code;
}

async function keep(file, code) {
  await mkdir(CACHE, { recursive: true });
  const draft = new URL(`${file.href}.${process.pid}`);
  await writeFile(draft, code);
  await rename(draft, file);
}
