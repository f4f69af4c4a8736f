import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/project-root.js';

/** Returns the catalogue of errors as a page, so that the `type` of a problem can be followed. */
export function errorsPage(): string {
  const file = join(projectRoot(), 'docs', 'errors.md');
  const markdown = existsSync(file) ? readFileSync(file, 'utf8') : '# Errors\n';
  const body = markdown.split(/\n{2,}/).map(block);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Modelfolio errors</title></head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

function block(text: string): string {
  const [, marks, title] = /^(#+) (.+)$/.exec(text.trim()) ?? [];
  if (marks === undefined || title === undefined) return `<p>${escaped(text.trim())}</p>`;
  return marks.length === 1 ? `<h1>${escaped(title)}</h1>` : `<h2 id="${escaped(title)}">${escaped(title)}</h2>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
