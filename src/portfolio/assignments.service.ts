import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { fieldsOf } from '../database/entity-sql.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { decideDirectAssignment } from './assignment.policy.js';
import { AssignmentEntity } from './assignment.entity.js';
import { AssignmentsReader } from './assignments.reader.js';
import type { AssignmentRow } from './assignments.reader.js';
import { AssignmentsWriter } from './assignments.writer.js';
import { invalidField } from './constraint-errors.js';
import type { Purpose } from './domain/vocabulary.js';
import { lockModel } from './model-lock.js';
import type { ModelEntity } from './model.entity.js';
import { lockOwnTool, refuseRetired } from './tool-access.js';

const HAD_PRIMARY = statement<{ id: string }>(
  'assignments.had-primary',
  `SELECT id FROM assignment WHERE tool_id = $1 AND purpose = 'PRIMARY' LIMIT 1`,
);

const ASSIGNMENT = statement<AssignmentEntity>(
  'assignments.of-tool',
  `SELECT ${fieldsOf(AssignmentEntity)} FROM assignment WHERE id = $1 AND tool_id = $2`,
);

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly db: Database,
    private readonly writer: AssignmentsWriter,
    private readonly reader: AssignmentsReader,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Assigns a model without a swap request, where that is allowed; returns the assignment. */
  async assign(toolId: string, modelId: string, purpose: Purpose, actor: Actor): Promise<AssignmentRow> {
    const id = await this.db.transaction((tx) => this.assignIn(tx, toolId, modelId, purpose, actor));
    return this.get(toolId, id);
  }

  /** The same inside a transaction of the caller. */
  async assignIn(tx: Tx, toolId: string, modelId: string, purpose: Purpose, actor: Actor): Promise<string> {
    const tool = await lockOwnTool(tx, toolId, actor);
    refuseRetired(tool);
    const model = await this.modelOrField(tx, modelId);
    const hadPrimary = (await tx.one(HAD_PRIMARY, [toolId])) !== undefined;
    decideDirectAssignment({ purpose, tool: { ...tool, hadPrimary }, model });
    return this.writer.start(tx, { toolId, modelId, purpose, at: this.clock.now() }, actor);
  }

  /** Ends a fallback. Throws `swap-request-required` for a primary, `assignment-ended` when it is over. */
  async end(toolId: string, id: string, actor: Actor): Promise<AssignmentRow> {
    await this.db.transaction(async (tx) => {
      const assignment = await this.lockOwn(tx, toolId, id, actor);
      await this.writer.end(tx, assignment, this.clock.now(), actor);
    });
    return this.get(toolId, id);
  }

  /** Records that the fallback was tried; the day may lie in the past, never in the future. */
  async recordTest(toolId: string, id: string, testedAt: Date | undefined, actor: Actor): Promise<AssignmentRow> {
    await this.db.transaction(async (tx) => {
      const assignment = await this.lockOwn(tx, toolId, id, actor);
      const now = this.clock.now();
      const at = testedAt ?? now;
      if (at > now) throw invalidField({ pointer: '/testedAt', code: 'in-the-future', detail: 'lies in the future' });
      await tx.manager.update(AssignmentEntity, { id }, { fallbackTestedAt: at, version: assignment.version + 1 });
      await this.audit.record(tx, {
        kind: 'assignment.fallback-tested',
        subject: { type: 'tool', id: toolId },
        actor,
        detail: { assignmentId: id, modelId: assignment.modelId, testedAt: at.toISOString() },
      });
      await this.events.publish(tx, { kind: 'tool.changed', toolId });
    });
    return this.get(toolId, id);
  }

  /** The assignment of that tool; throws `assignment-not-found`. */
  async get(toolId: string, id: string): Promise<AssignmentRow> {
    const row = await this.reader.one(toolId, id);
    if (row === undefined) throw assignmentNotFound();
    return row;
  }

  private async lockOwn(tx: Tx, toolId: string, id: string, actor: Actor): Promise<AssignmentEntity> {
    await lockOwnTool(tx, toolId, actor);
    const assignment = await tx.one(ASSIGNMENT, [id, toolId]);
    if (assignment === undefined) throw assignmentNotFound();
    if (assignment.validTo !== null)
      throw new DomainError('conflict', 'assignment-ended', 'The assignment has ended already.');
    if (assignment.purpose === 'PRIMARY')
      throw new DomainError(
        'conflict',
        'swap-request-required',
        'This is for fallbacks; a primary changes by a swap request.',
      );
    return assignment;
  }

  private async modelOrField(tx: Tx, id: string): Promise<ModelEntity> {
    try {
      return await lockModel(tx, id);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not-found') throw error;
      throw invalidField({ pointer: '/modelId', code: 'unknown-reference', detail: 'is not a registered model' });
    }
  }
}

const assignmentNotFound = (): DomainError =>
  new DomainError('not-found', 'assignment-not-found', 'The tool has no assignment with this id.');
