import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { ReleasesReader } from '../catalogue/releases.reader.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { invalidField, refusing } from './constraint-errors.js';
import { approvalRole, decideLifecycle, wayBack } from './domain/model-lifecycle.js';
import type { Lifecycle } from './domain/vocabulary.js';
import { ModelEntity } from './model.entity.js';
import { MODEL_REFUSALS } from './model-lock.js';
import type { AcceptedLicence, NewModel } from './portfolio.types.js';

const TOOLS_SERVED = statement<{ count: number }>(
  'models.tools-served',
  `SELECT count(*)::int AS count FROM assignment WHERE model_id = $1 AND valid_to IS NULL`,
);

const LICENCE = statement<Omit<AcceptedLicence, 'at'>>(
  'models.licence',
  `SELECT licence_id AS "licenceId", licence_class AS "licenceClass", licence_text_hash AS "licenceTextHash"
   FROM release WHERE id = $1`,
);

/** Writes models inside the caller's transaction. */
@Injectable()
export class ModelsWriter {
  constructor(
    private readonly releases: ReleasesReader,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Registers a release in PROPOSED, with the actor as registrant, and returns the model's id. */
  async propose(tx: Tx, model: NewModel, actor: Actor): Promise<string> {
    const { releaseId: givenId, releaseKey, ...fields } = model;
    const releaseId = await this.resolveRelease(tx, givenId, releaseKey);
    const licence = await tx.one(LICENCE, [releaseId]);
    const id = newId();
    const now = this.clock.now();
    const row = {
      stewardId: actor.personId,
      jurisdictions: [],
      waivers: [],
      ...fields,
      validation: { status: 'NOT_VALIDATED' as const },
      id,
      releaseId,
      lifecycle: 'PROPOSED' as const,
      acceptedLicence: licence === undefined ? null : { ...licence, at: now.toISOString() },
      registeredBy: actor.personId,
      createdAt: now,
      updatedAt: now,
    };
    await refusing(MODEL_REFUSALS, () => tx.insert(ModelEntity, row));
    await this.audit.record(tx, { kind: 'model.registered', subject: { type: 'model', id }, actor, after: row });
    await this.events.publish(tx, { kind: 'model.registered', modelId: id });
    return id;
  }

  /** Takes a locked model one step further in its life; the rules of each step hold for every caller. */
  async advance(tx: Tx, model: ModelEntity, to: Lifecycle, reason: string, actor: Actor): Promise<void> {
    const served = await tx.one(TOOLS_SERVED, [model.id]);
    const lifecycle = decideLifecycle({
      from: model.lifecycle,
      to,
      registrantId: model.registeredBy,
      actorId: actor.personId,
      actorRoles: actor.roles,
      toolsServed: served?.count ?? 0,
    });
    const now = this.clock.now();
    const approval = lifecycle === 'APPROVED' ? { approvedBy: actor.personId, approvedAt: now } : {};
    const after = { lifecycle, ...approval };
    const { id, version, approvedBy, approvedAt } = model;
    const row = { ...after, version: version + 1, updatedAt: now };
    await refusing({ model_approved_ck: approvalRole, model_way_back_ck: wayBack }, () =>
      tx.manager.update(ModelEntity, { id }, row),
    );
    await this.audit.record(tx, {
      kind: 'model.changed',
      subject: { type: 'model', id },
      actor,
      before: { lifecycle: model.lifecycle, ...(lifecycle === 'APPROVED' && { approvedBy, approvedAt }) },
      after,
      detail: { reason },
    });
    await this.events.publish(tx, { kind: 'model.changed', modelId: id });
  }

  private async resolveRelease(tx: Tx, id: string | undefined, key: string | undefined): Promise<string> {
    const pointer = id === undefined ? '/releaseKey' : '/releaseId';
    try {
      return id === undefined ? await this.releases.resolveKey(key ?? '', tx) : await this.releases.resolveId(id, tx);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not-found') throw error;
      throw invalidField({ pointer, code: 'unknown-release', detail: 'is not a release of the catalogue' });
    }
  }
}
