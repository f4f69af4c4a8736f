import { Injectable } from '@nestjs/common';
import { ReleasesReader } from '../catalogue/releases.reader.js';
import { QUANTISATIONS } from '../catalogue/domain/vocabulary.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { invalidField } from '../portfolio/constraint-errors.js';
import { lockModel, seeModel } from '../portfolio/model-lock.js';
import { ModelsWriter } from '../portfolio/models.writer.js';
import type { SwapRequestEntity } from './swap-request.entity.js';
import { MODEL_NAMES, MODEL_OF_RELEASE, SERVES, TARGET_OF_ID, TARGET_OF_KEY } from './swap-store.sql.js';

export interface TargetChoice {
  readonly toModelId?: string;
  readonly toReleaseKey?: string;
  readonly toReleaseId?: string;
}

export type Target = Pick<SwapRequestEntity, 'toReleaseId' | 'toModelId'>;

/** The model that a swap leads to: chosen, proposed where it is not registered, given up where nothing uses it. */
@Injectable()
export class SwapTargetWriter {
  constructor(
    private readonly releases: ReleasesReader,
    private readonly models: ModelsWriter,
  ) {}

  /** The release and, where the portfolio has one that may still serve, its model. Throws 422 on what leads nowhere. */
  async choose(tx: Tx, { toModelId, toReleaseKey, toReleaseId }: TargetChoice): Promise<Target> {
    if (toModelId !== undefined) {
      const model = await seeModel(tx, toModelId);
      if (model === undefined)
        throw invalidField({ pointer: '/toModelId', code: 'unknown-reference', detail: 'is not a registered model' });
      return { toReleaseId: model.releaseId, toModelId };
    }
    const target =
      toReleaseId === undefined
        ? await tx.one(TARGET_OF_KEY, [toReleaseKey ?? ''])
        : await tx.one(TARGET_OF_ID, [toReleaseId]);
    if (target === undefined)
      throw invalidField({
        pointer: toReleaseId === undefined ? '/toReleaseKey' : '/flagId',
        code: 'unknown-release',
        detail: toReleaseId === undefined ? 'is not a release of the catalogue' : 'offers a release that is gone',
      });
    return target;
  }

  /** The request's model; where the release is not one yet, a new one in PROPOSED on the place of the model in use. */
  async register(tx: Tx, request: SwapRequestEntity, quantisation: string | null, actor: Actor): Promise<string> {
    if (request.toModelId !== null) return request.toModelId;
    const known = await tx.one(MODEL_OF_RELEASE, [request.toReleaseId]);
    if (known !== undefined) return known.id;
    const place = request.fromModelId === null ? undefined : await seeModel(tx, request.fromModelId);
    if (place === undefined)
      throw new DomainError(
        'conflict',
        'target-not-registered',
        'Register the model first: nothing says where it runs.',
      );
    const release = await this.releases.get(request.toReleaseId, tx);
    const taken = await tx.one(MODEL_NAMES, [release.displayName]);
    const { ownerTeam, stewardId, gpuPoolId, hosting, maxDataClass, jurisdictions } = place;
    const bits = QUANTISATIONS.find((each) => each === quantisation) ?? null;
    const name = taken === undefined ? release.displayName : release.key;
    const fields = { name, ownerTeam, stewardId, gpuPoolId, hosting, maxDataClass, jurisdictions };
    return this.models.propose(tx, { ...fields, quantisation: bits, releaseId: release.id }, actor);
  }

  /** The approval of the swap is the approval of a model that was proposed for it. Throws `own-approval`. */
  async approve(tx: Tx, modelId: string, actor: Actor): Promise<void> {
    const model = await lockModel(tx, modelId);
    if (model.lifecycle === 'PROPOSED')
      await this.models.advance(tx, model, 'APPROVED', 'approved with the swap request', actor);
  }

  /** A model that no tool uses any more is on its way out. */
  async giveUp(tx: Tx, modelId: string, actor: Actor): Promise<void> {
    const model = await lockModel(tx, modelId);
    const serves = await tx.one(SERVES, [modelId]);
    if (model.lifecycle === 'IN_USE' && serves?.count === 0)
      await this.models.advance(tx, model, 'DEPRECATED', 'no tool uses it any more', actor);
  }

  /** A model that was given up serves again after a roll-back. */
  async takeBack(tx: Tx, modelId: string, actor: Actor): Promise<void> {
    const model = await lockModel(tx, modelId);
    if (model.lifecycle === 'DEPRECATED')
      await this.models.advance(tx, model, 'IN_USE', 'a swap was rolled back', actor);
  }
}
