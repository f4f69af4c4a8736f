import { readFileSync, writeFileSync } from 'node:fs';

const marks = (name: string): { begin: string; end: string } => ({
  begin: `<!-- ${name} -->`,
  end: `<!-- /${name} -->`,
});

/** Returns what stands in a document between the two marks of a name. */
export function markedPart(text: string, name: string): string {
  const { begin, end } = marks(name);
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new TypeError(`the document has no part ${name}`);
  return text.slice(from + begin.length, to);
}

/** Replaces it in a file. */
export function fillMarkedPart(file: string, name: string, content: string): void {
  const text = readFileSync(file, 'utf8');
  const { begin, end } = marks(name);
  const old = `${begin}${markedPart(text, name)}${end}`;
  writeFileSync(
    file,
    text.replace(old, () => `${begin}\n\n${content}\n\n${end}`),
  );
}
