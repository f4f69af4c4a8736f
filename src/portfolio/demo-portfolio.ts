import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Quantisation } from '../catalogue/domain/vocabulary.js';
import { projectRoot } from '../config/project-root.js';
import type { Role } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import type { FieldError } from '../kernel/domain-error.js';
import { schemaErrors } from '../kernel/schema-errors.js';
import { lazily } from '../kernel/lazily.js';
import type { DataClass, Hosting } from './domain/vocabulary.js';
import { PORTFOLIO_FILE_SCHEMA } from './portfolio-file.schema.js';
import type { NewPool, NewTool, Validation, Waiver } from './portfolio.types.js';

export interface DemoPerson {
  readonly account: string;
  readonly displayName: string;
  readonly email: string;
  readonly teams: readonly string[];
  readonly roles: readonly Role[];
}

/** People by account, pools by name, releases by key; times RFC 3339. */
export interface DemoModel {
  readonly name: string;
  readonly release: string;
  readonly ownerTeam: string;
  readonly steward: string;
  readonly gpuPool: string;
  readonly quantisation: Quantisation;
  readonly hosting: Hosting;
  readonly endpointUrl: string;
  readonly weightsDigest?: string;
  readonly mirrorLocation?: string;
  readonly approvedScope: string;
  readonly maxDataClass: DataClass;
  readonly jurisdictions: readonly string[];
  readonly validation: Validation;
  readonly concludedLicence?: string;
  readonly waivers?: readonly Waiver[];
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
}

export interface DemoServing {
  readonly model: string;
  readonly since: string;
  readonly testedAt?: string;
}

export interface DemoTool extends Omit<NewTool, 'ownerId'> {
  readonly owner: string;
  readonly registeredAt: string;
  readonly ownerConfirmedAt?: string;
  readonly primary: DemoServing;
  readonly fallbacks?: readonly DemoServing[];
}

export interface DemoPortfolio {
  readonly people: readonly DemoPerson[];
  readonly gpuPools: readonly NewPool[];
  readonly models: readonly DemoModel[];
  readonly tools: readonly DemoTool[];
}

const FILE = join('seeds', 'demo-portfolio.json');

export const demoPortfolioPath = (): string => join(projectRoot(), FILE);

const validator = lazily(() =>
  formats.default(new Ajv({ allErrors: true, strict: true })).compile<DemoPortfolio>(PORTFOLIO_FILE_SCHEMA),
);

/**
 * A portfolio in the form of the bundled one of a fictional bank, and the SHA-256 of its file. Throws
 * `invalid-portfolio-file` with each wrong field.
 */
export async function readDemoPortfolio(
  path: string = demoPortfolioPath(),
): Promise<{ portfolio: DemoPortfolio; sha256: string }> {
  const bytes = await readFile(path);
  const portfolio = parseJson(bytes.toString('utf8'));
  const isPortfolio = validator();
  if (!isPortfolio(portfolio)) throw invalidFile(path, schemaErrors(isPortfolio.errors));
  return { portfolio, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Text that is no JSON reads as undefined, which no schema describes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function invalidFile(path: string, errors: readonly FieldError[]): DomainError {
  const [first] = errors;
  const what = first === undefined ? '' : `: ${first.pointer || 'the file'} ${first.detail}`;
  return new DomainError('invalid', 'invalid-portfolio-file', `${path} is no portfolio${what}.`, errors);
}
