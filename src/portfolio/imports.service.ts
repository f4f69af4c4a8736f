import { Injectable } from '@nestjs/common';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { AssignmentsService } from './assignments.service.js';
import { cellRefusal, ImportRun, unknownName } from './import-run.js';
import type { ImportedRow, ImportReport } from './import-run.js';
import type { Purpose } from './domain/vocabulary.js';
import { ModelsWriter } from './models.writer.js';
import { ToolsWriter } from './tools.writer.js';
import type { NewModel, NewTool } from './portfolio.types.js';

/** By e-mail, by account name or by id. */
const PERSON = statement<{ id: string }>(
  'imports.person',
  `SELECT id FROM person WHERE active AND (lower(email) = lower($1) OR subject = $1 OR id::text = lower($1)) ORDER BY id`,
);
const POOL = statement<{ id: string }>('imports.pool', `SELECT id FROM gpu_pool WHERE name = $1`);
const MODEL = statement<{ id: string }>('imports.model', `SELECT id FROM model WHERE name = $1`);

@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportRun,
    private readonly models: ModelsWriter,
    private readonly tools: ToolsWriter,
    private readonly assignments: AssignmentsService,
  ) {}

  /** Registers every model of the file in PROPOSED, or none; a dry run only reports. */
  importModels(rows: readonly ImportedRow<NewModel>[], dryRun: boolean, actor: Actor): Promise<ImportReport> {
    return this.imports.run(rows, dryRun, async (tx, model, { steward, gpuPool }) => {
      const stewardId = await this.person(tx, 'steward', steward?.[0]);
      const gpuPoolId = gpuPool?.[0] === undefined ? undefined : await this.pool(tx, gpuPool[0]);
      await this.models.propose(
        tx,
        { ...model, ...(stewardId && { stewardId }), ...(gpuPoolId && { gpuPoolId }) },
        actor,
      );
    });
  }

  /** Registers every tool of the file with what serves it, or none; a dry run only reports. */
  importTools(rows: readonly ImportedRow<NewTool>[], dryRun: boolean, actor: Actor): Promise<ImportReport> {
    return this.imports.run(rows, dryRun, async (tx, tool, { owner, primaryModel = [], fallbackModels = [] }) => {
      const ownerId = await this.person(tx, 'owner', owner?.[0]);
      const id = await this.tools.register(tx, { ...tool, ...(ownerId && { ownerId }) }, actor);
      for (const name of primaryModel) await this.assign(tx, id, 'primaryModel', name, actor);
      for (const name of fallbackModels) await this.assign(tx, id, 'fallbackModels', name, actor);
    });
  }

  private async assign(
    tx: Tx,
    toolId: string,
    column: 'primaryModel' | 'fallbackModels',
    name: string,
    actor: Actor,
  ): Promise<void> {
    const model = await tx.one(MODEL, [name]);
    if (model === undefined) throw unknownName(column, name);
    const purpose: Purpose = column === 'primaryModel' ? 'PRIMARY' : 'FALLBACK';
    try {
      await this.assignments.assignIn(tx, toolId, model.id, purpose, actor);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw cellRefusal(column, error.code, error.message);
    }
  }

  private async person(tx: Tx, column: string, name: string | undefined): Promise<string | undefined> {
    if (name === undefined) return undefined;
    const [person, another] = await tx.run(PERSON, [name]);
    if (person === undefined) throw unknownName(column, name);
    if (another !== undefined) throw cellRefusal(column, 'ambiguous', `"${name}" names several people`);
    return person.id;
  }

  private async pool(tx: Tx, name: string): Promise<string> {
    const pool = await tx.one(POOL, [name]);
    if (pool === undefined) throw unknownName('gpuPool', name);
    return pool.id;
  }
}
