import { newId } from '../kernel/id.js';
import type { AssignmentEntity } from './assignment.entity.js';
import type { DemoModel, DemoPortfolio, DemoServing, DemoTool } from './demo-portfolio.js';
import type { Purpose } from './domain/vocabulary.js';
import type { GpuPoolEntity } from './gpu-pool.entity.js';
import type { ModelEntity } from './model.entity.js';
import type { AcceptedLicence } from './portfolio.types.js';
import { columnsOf } from './tool-columns.js';
import type { ToolEntity } from './tool.entity.js';

export interface DemoRelease extends Omit<AcceptedLicence, 'at'> {
  readonly id: string;
  readonly keyNorm: string;
}

/** What the file's names stand for in the database. */
export interface DemoReferences {
  readonly people: ReadonlyMap<string, string>;
  readonly releases: ReadonlyMap<string, DemoRelease>;
}

export interface DemoRows {
  readonly pools: readonly Partial<GpuPoolEntity>[];
  readonly models: readonly Row<ModelEntity>[];
  readonly tools: readonly Row<ToolEntity>[];
  readonly assignments: readonly Row<AssignmentEntity>[];
}

type Row<Entity> = Partial<Entity> & { readonly id: string };
type IdOf = (name: string) => string;

/** The rows of the demo portfolio with fresh ids. Throws when the file names what it does not define. */
export function demoRows(portfolio: DemoPortfolio, { people, releases }: DemoReferences, now: Date): DemoRows {
  const person = lookUp('person', people);
  const pools = portfolio.gpuPools.map((pool) => ({ ...pool, id: newId(), createdAt: now, updatedAt: now }));
  const pool = idsByName('GPU pool', pools);
  const release = (key: string): DemoRelease => found('release', key, releases.get(key.toLowerCase()));
  const models = portfolio.models.map((model) => modelRow(model, release(model.release), { person, pool }));
  const model = idsByName('model', models);
  const tools = portfolio.tools.map((tool) => toolRow(tool, person));
  const tool = idsByName('tool', tools);
  const assignments = portfolio.tools.flatMap((each) => assignmentRows(each, tool(each.name), model, person));
  return { pools, models, tools, assignments };
}

/** Normalised keys of the releases that the portfolio runs. */
export const demoReleaseKeys = ({ models }: DemoPortfolio): string[] =>
  models.map(({ release }) => release.toLowerCase());

function modelRow(
  { release: _key, steward, gpuPool, registeredAt, registeredBy, approvedBy, approvedAt, ...fields }: DemoModel,
  release: DemoRelease,
  { person, pool }: { person: IdOf; pool: IdOf },
): Row<ModelEntity> & { readonly name: string } {
  const { licenceId, licenceClass, licenceTextHash } = release;
  const createdAt = new Date(registeredAt);
  return {
    ...fields,
    id: newId(),
    releaseId: release.id,
    lifecycle: 'IN_USE',
    stewardId: person(steward),
    registeredBy: person(registeredBy),
    approvedBy: person(approvedBy),
    approvedAt: new Date(approvedAt),
    gpuPoolId: pool(gpuPool),
    waivers: fields.waivers ?? [],
    acceptedLicence: { licenceId, licenceClass, licenceTextHash, at: registeredAt },
    createdAt,
    updatedAt: createdAt,
  };
}

function toolRow(
  { owner, registeredAt, ownerConfirmedAt, ...tool }: DemoTool,
  person: IdOf,
): Row<ToolEntity> & { readonly name: string } {
  const createdAt = new Date(registeredAt);
  return {
    ...columnsOf(tool, person(owner)),
    id: newId(),
    ownerConfirmedAt: ownerConfirmedAt === undefined ? null : new Date(ownerConfirmedAt),
    createdAt,
    updatedAt: createdAt,
  };
}

function assignmentRows(
  { primary, fallbacks = [] }: DemoTool,
  toolId: string,
  model: IdOf,
  person: IdOf,
): Row<AssignmentEntity>[] {
  const row = (serving: DemoServing, purpose: Purpose): Row<AssignmentEntity> => ({
    id: newId(),
    toolId,
    modelId: model(serving.model),
    purpose,
    validFrom: new Date(serving.since),
    fallbackTestedAt: serving.testedAt === undefined ? null : new Date(serving.testedAt),
    assignedBy: person('platform'),
  });
  return [row(primary, 'PRIMARY'), ...fallbacks.map((each) => row(each, 'FALLBACK'))];
}

const idsByName = (what: string, rows: readonly { readonly id: string; readonly name: string }[]): IdOf =>
  lookUp(what, new Map(rows.map(({ id, name }) => [name, id])));

const lookUp =
  (what: string, ids: ReadonlyMap<string, string>): IdOf =>
  (name) =>
    found(what, name, ids.get(name));

function found<T>(what: string, name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`The demo portfolio names an unknown ${what}: ${name}`);
  return value;
}
