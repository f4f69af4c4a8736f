import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import { nameTaken, unknownReference } from './constraint-errors.js';
import { ModelEntity } from './model.entity.js';

export const MODEL_REFUSALS = {
  model_name_uq: nameTaken('model'),
  model_steward_fk: unknownReference('/stewardId', 'is not a known person'),
  model_pool_fk: unknownReference('/gpuPoolId', 'is not a known GPU pool'),
};

/** The model, held until the transaction ends; throws `model-not-found`. */
export async function lockModel(tx: Tx, id: string): Promise<ModelEntity> {
  const model = await tx.manager.findOne(ModelEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (model === null) throw new DomainError('not-found', 'model-not-found', 'There is no model with this id.');
  return model;
}
