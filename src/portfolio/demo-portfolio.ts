import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Quantisation } from '../catalogue/domain/vocabulary.js';
import { projectRoot } from '../config/project-root.js';
import type { Role } from '../kernel/actor.js';
import type { NewPool, NewTool, Validation, Waiver } from './portfolio.types.js';
import type { DataClass, Hosting } from './domain/vocabulary.js';

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

/** A portfolio in the form of the bundled one of a fictional bank, and the SHA-256 of its file. */
export async function readDemoPortfolio(
  path: string = demoPortfolioPath(),
): Promise<{ portfolio: DemoPortfolio; sha256: string }> {
  const bytes = await readFile(path);
  // The file belongs to the product; the database checks its values once more.
  const portfolio = JSON.parse(bytes.toString('utf8')) as DemoPortfolio;
  return { portfolio, sha256: createHash('sha256').update(bytes).digest('hex') };
}
