import { fieldsOf } from '../database/entity-sql.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import { nameTaken, unknownReference } from './constraint-errors.js';
import { ModelEntity } from './model.entity.js';

export const MODEL_REFUSALS = {
  model_name_uq: nameTaken('model'),
  model_steward_fk: unknownReference('/stewardId', 'is not a known person'),
  model_pool_fk: unknownReference('/gpuPoolId', 'is not a known GPU pool'),
};

const MODEL = `SELECT ${fieldsOf(ModelEntity)} FROM model WHERE id = $1`;
const SEEN = statement<ModelEntity>('models.seen', MODEL);
const HELD = statement<ModelEntity>('models.held', `${MODEL} FOR UPDATE`);

/** The model as it stands, not held, where there is one. */
export const seeModel = (tx: Tx, id: string): Promise<ModelEntity | undefined> => tx.one(SEEN, [id]);

/** The model, held until the transaction ends; throws `model-not-found`. */
export async function lockModel(tx: Tx, id: string): Promise<ModelEntity> {
  const model = await tx.one(HELD, [id]);
  if (model === undefined) throw new DomainError('not-found', 'model-not-found', 'There is no model with this id.');
  return model;
}
