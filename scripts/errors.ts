import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { FRAMEWORK_CODES, STATUS_OF } from '../src/http/problem.js';
import { ERROR_KINDS } from '../src/kernel/domain-error.js';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** How a function makes a refusal: its parts are fixed texts or its own parameters, by their position. */
interface Maker {
  readonly kind: string | number;
  readonly code: string | number;
  readonly detail: string | number;
}

/** Returns `docs/errors.md`: every code that the sources can answer with, found where the refusals are made. */
export function errorsDocument(): string {
  const byCode = new Map<string, { status: number; details: Set<string> }>();
  for (const { status, code, detail } of [...framework(), ...found()]) {
    const known = byCode.get(code) ?? { status, details: new Set<string>() };
    known.details.add(detail);
    byCode.set(code, known);
  }
  const sections = [...byCode.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, { status, details }]) => {
      const sentences = [...details].filter((each) => each !== '').sort();
      return `## ${code}\n\n${[status, ...sentences].join(' · ')}\n`;
    });
  return [HEAD, ...sections, FIELDS, fieldTable()].join('\n');
}

const HEAD = `# Errors

Every refusal is a problem document (RFC 9457, \`application/problem+json\`) with a stable \`code\`; \`errors\` names fields
by JSON pointer (\`/name\`) or parameters (\`?limit\`). This page is generated from the code by \`npm run contract\`.
A word in ‹angle quotes› is filled in.
`;

const FIELDS = `## Codes of fields

What stands in \`errors\` beside the pointer, next to the names of the rules that a body or a query breaks (\`isUuid\`,
\`max\` and so on).
`;

/** Every code of a field with the sentences that explain it. */
function fieldTable(): string {
  const details = new Map<string, Set<string>>();
  for (const source of sources()) visitFields(source, details);
  const rows = [...details]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, known]) => {
      const sentences = [...known].filter((each) => each !== '').sort();
      return `| \`${code}\` | ${sentences.join(' · ').replaceAll('|', '\\|')} |`;
    });
  return ['| code | says |', '|---|---|', ...rows, ''].join('\n');
}

/** Notes each object that has a pointer and the fixed text of a code. */
function visitFields(node: ts.Node, details: Map<string, Set<string>>): void {
  if (ts.isObjectLiteralExpression(node)) {
    const value = (name: string): ts.Expression | undefined => {
      const property = node.properties.find((each) => each.name?.getText() === name);
      if (property === undefined) return undefined;
      if (ts.isShorthandPropertyAssignment(property)) return property.name;
      return ts.isPropertyAssignment(property) ? property.initializer : undefined;
    };
    if (value('pointer') !== undefined)
      for (const code of textsOf(value('code'))) {
        const known = details.get(code) ?? new Set();
        for (const sentence of textsOf(value('detail'))) known.add(sentence);
        details.set(code, known);
      }
  }
  ts.forEachChild(node, (child) => visitFields(child, details));
}

const framework = (): Refusal[] => [
  {
    status: 500,
    code: 'internal-error',
    detail: 'The service failed to answer; the request id helps to find out why.',
  },
  ...Object.entries(FRAMEWORK_CODES).map(([status, [code, detail]]) => ({ status: Number(status), code, detail })),
];

/** The product's own sources, without their tests. */
function sources(): ts.SourceFile[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.spec)\.ts$/.test(name),
  );
  return files.map((name) => {
    const text = readFileSync(join('src', name), 'utf8');
    return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  });
}

function found(): Refusal[] {
  const parsed = sources();
  const makers = new Map<string, Maker>([['DomainError', { kind: 0, code: 1, detail: 2 }]]);
  for (let before = 0; before !== makers.size;) {
    before = makers.size;
    for (const source of parsed) visit(source, makers, () => undefined);
  }
  const refusals: Refusal[] = [];
  for (const source of parsed) visit(source, makers, (refusal) => refusals.push(refusal));
  return refusals;
}

/** Reports each refusal whose kind and code are known, and notes functions that pass theirs on. */
function visit(node: ts.Node, makers: Map<string, Maker>, report: (refusal: Refusal) => void): void {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const maker = makers.get(node.expression.getText());
    if (maker !== undefined) meet(node, maker, makers, report);
  }
  ts.forEachChild(node, (child) => visit(child, makers, report));
}

function meet(
  node: ts.NewExpression | ts.CallExpression,
  maker: Maker,
  makers: Map<string, Maker>,
  report: (refusal: Refusal) => void,
): void {
  const part = (at: string | number): ts.Expression | string | undefined =>
    typeof at === 'string' ? at : node.arguments?.[at];
  const [kind, code, detail] = [part(maker.kind), part(maker.code), part(maker.detail)];
  for (const [kindText, codeText] of pairs(textsOf(kind), textsOf(code))) {
    const known = ERROR_KINDS.find((each) => each === kindText);
    if (known === undefined) continue;
    const details = textsOf(detail);
    for (const each of details.length === 0 ? [''] : details)
      report({ status: STATUS_OF[known], code: codeText, detail: each });
  }
  const enclosing = functionAround(node);
  if (enclosing === undefined || makers.has(enclosing.name)) return;
  const passed = [kind, code, detail].map((each) => positionOf(each, enclosing.parameters) ?? textsOf(each)[0]);
  const [passedKind, passedCode, passedDetail = ''] = passed;
  if (passedKind === undefined || typeof passedCode !== 'number') return;
  makers.set(enclosing.name, { kind: passedKind, code: passedCode, detail: passedDetail });
}

const pairs = (kinds: readonly string[], codes: readonly string[]): [string, string][] =>
  kinds.flatMap((kind) => codes.map((code): [string, string] => [kind, code]));

/** Fixed texts that an expression may have; parts that are filled in stand in angle quotes. */
function textsOf(given: ts.Expression | string | undefined): string[] {
  if (given === undefined) return [];
  if (typeof given === 'string') return [given];
  if (ts.isStringLiteralLike(given)) return [given.text];
  if (ts.isConditionalExpression(given)) return [...textsOf(given.whenTrue), ...textsOf(given.whenFalse)];
  if (ts.isParenthesizedExpression(given)) return textsOf(given.expression);
  if (ts.isIdentifier(given)) return textsOf(constantNamed(given));
  if (!ts.isTemplateExpression(given)) return [];
  const spans = given.templateSpans.map(({ expression, literal }) => `‹${nameOf(expression)}›${literal.text}`);
  return [given.head.text + spans.join('')];
}

/** The constant of that name in the nearest block around. */
function constantNamed(name: ts.Identifier): ts.Expression | undefined {
  for (let at: ts.Node = name.parent; !ts.isSourceFile(at); at = at.parent) {
    const statements = ts.isBlock(at.parent) || ts.isSourceFile(at.parent) ? at.parent.statements : [];
    for (const statement of statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const declaration = statement.declarationList.declarations.find((each) => each.name.getText() === name.text);
      if (declaration?.initializer !== undefined) return declaration.initializer;
    }
  }
  return undefined;
}

const nameOf = (expression: ts.Expression): string => /\w+/.exec(expression.getText())?.[0] ?? '…';

interface Enclosing {
  readonly name: string;
  readonly parameters: readonly string[];
}

function functionAround(node: ts.Node): Enclosing | undefined {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionDeclaration(at) && at.name !== undefined) return { name: at.name.text, parameters: namesOf(at) };
    if (ts.isArrowFunction(at) && ts.isVariableDeclaration(at.parent)) {
      return { name: at.parent.name.getText(), parameters: namesOf(at) };
    }
    if (ts.isFunctionLike(at)) return undefined;
  }
  return undefined;
}

const namesOf = ({ parameters }: ts.SignatureDeclaration): string[] => parameters.map(({ name }) => name.getText());

function positionOf(given: ts.Expression | string | undefined, parameters: readonly string[]): number | undefined {
  if (given === undefined || typeof given === 'string') return undefined;
  const at = parameters.indexOf(given.getText());
  return at < 0 ? undefined : at;
}
