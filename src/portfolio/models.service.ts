import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { can, permissionMissing } from '../kernel/permission.js';
import { refuseFutureDays, refusing, requireVersion } from './constraint-errors.js';
import type { Lifecycle } from './domain/vocabulary.js';
import { patched } from './merge-patch.js';
import { ModelEntity } from './model.entity.js';
import { lockModel, MODEL_REFUSALS } from './model-lock.js';
import { ModelsWriter } from './models.writer.js';
import type { MergePatch, ModelFields, NewModel } from './portfolio.types.js';

@Injectable()
export class ModelsService {
  constructor(
    private readonly db: Database,
    private readonly models: ModelsWriter,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Registers a release as a model in PROPOSED and returns its id. */
  register(model: NewModel, actor: Actor): Promise<string> {
    return this.db.transaction((tx) => this.models.propose(tx, model, actor));
  }

  /**
   * Changes the fields that are given; null clears one. Validation is for a validator who did not register the model,
   * everything else for who may write models. Throws `model-not-found`, `permission-missing`, `own-validation`,
   * `model-retired`, `stale`, `name-taken`.
   */
  change(id: string, patch: MergePatch<ModelFields>, version: number, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const model = await lockModel(tx, id);
      refuseOthersFields(actor, model, patch);
      requireVersion(model.version, version);
      if (model.lifecycle === 'RETIRED')
        throw new DomainError('conflict', 'model-retired', 'A retired model does not change any more.');
      refuseFutureDays({ '/validation/validatedAt': patch.validation?.validatedAt ?? undefined }, this.clock.now());
      const { validation, ...plain } = patch;
      const changes = { ...plain, ...(validation && { validation: patched(model.validation, validation) }) };
      const row = { ...changes, version: version + 1, updatedAt: this.clock.now() };
      await refusing(MODEL_REFUSALS, () => tx.manager.update(ModelEntity, { id }, row));
      await this.recordChange(tx, model, { ...model, ...changes }, actor);
    });
  }

  /**
   * Takes the next step of a model's life. Approval is for a validator or manager who did not register it; every other
   * step for who may write models. Throws `lifecycle-transition`, `approval-role`, `own-approval`, `model-still-serves`.
   */
  advance(id: string, to: Lifecycle, reason: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const model = await lockModel(tx, id);
      if (to !== 'APPROVED' && !can(actor, 'model.write')) throw permissionMissing('model.write', '/to');
      await this.models.advance(tx, model, to, reason, actor);
    });
  }

  private async recordChange(tx: Tx, before: ModelEntity, after: object, actor: Actor): Promise<void> {
    const subject = { type: 'model', id: before.id };
    await this.audit.record(tx, { kind: 'model.changed', subject, actor, before, after });
    await this.events.publish(tx, { kind: 'model.changed', modelId: before.id });
  }
}

function refuseOthersFields(actor: Actor, { registeredBy }: ModelEntity, patch: MergePatch<ModelFields>): void {
  const other = Object.keys(patch).find((field) => field !== 'validation');
  if (other !== undefined && !can(actor, 'model.write')) throw permissionMissing('model.write', `/${other}`);
  if (patch.validation === undefined) return;
  if (!can(actor, 'model.validate')) throw permissionMissing('model.validate', '/validation');
  if (actor.personId === registeredBy)
    throw new DomainError('forbidden', 'own-validation', 'Who registered a model cannot validate it.');
}
