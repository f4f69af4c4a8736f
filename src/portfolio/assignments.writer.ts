import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { decideServing } from './assignment.policy.js';
import { AssignmentEntity } from './assignment.entity.js';
import { refusing } from './constraint-errors.js';
import type { Purpose } from './domain/vocabulary.js';
import { lockModel } from './model-lock.js';
import { ModelsWriter } from './models.writer.js';
import { lockTool, refuseRetired } from './tool-access.js';

export interface NewAssignment {
  readonly toolId: string;
  readonly modelId: string;
  readonly purpose: Purpose;
  readonly at: Date;
  readonly swapRequestId?: string;
  /** Carried over when a fallback was tested before. */
  readonly fallbackTestedAt?: Date;
}

export interface Move {
  readonly toolId: string;
  readonly toModelId: string;
  readonly at: Date;
  readonly swapRequestId: string;
  readonly actor: Actor;
}

const CURRENT = statement<Assigned>(
  'assignments.lock-current',
  `SELECT id, tool_id AS "toolId", model_id AS "modelId", purpose FROM assignment
   WHERE tool_id = $1 AND valid_to IS NULL ORDER BY id FOR UPDATE`,
);

export type Assigned = Pick<AssignmentEntity, 'id' | 'toolId' | 'modelId' | 'purpose'>;

const conflict = (code: string, detail: string) => (): DomainError => new DomainError('conflict', code, detail);
const REFUSALS = {
  assignment_one_primary_ex: conflict('primary-exists', 'The tool has a primary model at that time.'),
  assignment_one_role_ex: conflict('already-assigned', 'The model already serves the tool at that time.'),
};

/** Writes assignments inside the caller's transaction, with the tool locked. */
@Injectable()
export class AssignmentsWriter {
  constructor(
    private readonly models: ModelsWriter,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /**
   * Makes a model the tool's primary from that moment on and returns the new assignment's id: the primary before it,
   * and any fallback role of the new one, end at the same instant. Throws `tool-retired`, `model-not-assignable`,
   * `data-class-not-approved`, `already-primary`.
   */
  async move(tx: Tx, { toolId, toModelId, at, swapRequestId, actor }: Move): Promise<string> {
    const tool = await lockTool(tx, toolId);
    refuseRetired(tool);
    const model = await lockModel(tx, toModelId);
    const current = await tx.run(CURRENT, [toolId]);
    const primary = current.find(({ purpose }) => purpose === 'PRIMARY');
    if (primary?.modelId === toModelId)
      throw new DomainError('conflict', 'already-primary', 'The model already is the primary of the tool.');
    decideServing({ tool: { ...tool, hadPrimary: primary !== undefined }, model });
    for (const ending of current)
      if (ending === primary || ending.modelId === toModelId) await this.end(tx, ending, at, actor);
    return this.start(tx, { toolId, modelId: toModelId, purpose: 'PRIMARY', at, swapRequestId }, actor);
  }

  /** Begins an assignment and returns its id; an approved model is in use from now on. */
  async start(tx: Tx, assignment: NewAssignment, actor: Actor): Promise<string> {
    const { toolId, modelId, purpose, at, swapRequestId = null, fallbackTestedAt = null } = assignment;
    const id = newId();
    const row = { id, toolId, modelId, purpose, validFrom: at, swapRequestId, fallbackTestedAt };
    await refusing(REFUSALS, () => tx.insert(AssignmentEntity, { ...row, assignedBy: actor.personId }));
    const model = await lockModel(tx, modelId);
    if (model.lifecycle === 'APPROVED') await this.models.advance(tx, model, 'IN_USE', 'serves its first tool', actor);
    const subject = { type: 'tool', id: toolId };
    await this.audit.record(tx, { kind: 'assignment.started', subject, actor, after: row });
    await this.events.publish(tx, { kind: 'assignment.started', assignmentId: id, toolId, modelId, purpose });
    return id;
  }

  /** Ends one assignment of a locked tool. */
  async end(tx: Tx, { id, toolId, modelId, purpose }: Assigned, at: Date, actor: Actor): Promise<void> {
    await tx.manager.update(AssignmentEntity, { id }, { validTo: at, version: () => 'version + 1' });
    const subject = { type: 'tool', id: toolId };
    const after = { id, modelId, purpose, validTo: at };
    await this.audit.record(tx, {
      kind: 'assignment.ended',
      subject,
      actor,
      before: { ...after, validTo: null },
      after,
    });
    await this.events.publish(tx, { kind: 'assignment.ended', assignmentId: id, toolId, modelId, purpose });
  }

  /** Ends everything that serves a locked tool. */
  async endAll(tx: Tx, toolId: string, at: Date, actor: Actor): Promise<void> {
    for (const assignment of await tx.run(CURRENT, [toolId])) await this.end(tx, assignment, at, actor);
  }
}
