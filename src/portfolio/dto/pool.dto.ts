import { ListQuery } from '../../http/list-query.js';
import { HOSTINGS } from '../domain/vocabulary.js';
import type { Hosting } from '../domain/vocabulary.js';
import { ChoiceField, NumberField, TextField, WholeField } from '../../http/dto-fields.js';

export class PoolListQuery extends ListQuery {
  @ChoiceField('OPTIONAL', HOSTINGS)
  hosting?: Hosting;
}

export class CreatePoolDto {
  @TextField('REQUIRED', 120, { example: 'sg1-h200' })
  name: string;

  @TextField('REQUIRED', 80, { example: 'NVIDIA H200' })
  gpuType: string;

  @WholeField('REQUIRED', 1, 100_000)
  gpuCount: number;

  @NumberField('REQUIRED', 1, 10_000, { description: 'Gigabytes of memory of one GPU', example: 141 })
  memoryGbPerGpu: number;

  @ChoiceField('REQUIRED', HOSTINGS)
  hosting: Hosting;

  @TextField('REQUIRED', 120, { example: 'Data centre SG-1' })
  location: string;
}

export class PatchPoolDto {
  @TextField('OPTIONAL', 120)
  name?: string;

  @TextField('OPTIONAL', 80)
  gpuType?: string;

  @WholeField('OPTIONAL', 1, 100_000)
  gpuCount?: number;

  @NumberField('OPTIONAL', 1, 10_000)
  memoryGbPerGpu?: number;

  @ChoiceField('OPTIONAL', HOSTINGS)
  hosting?: Hosting;

  @TextField('OPTIONAL', 120)
  location?: string;
}
