import { PURPOSES } from '../domain/vocabulary.js';
import type { Purpose } from '../domain/vocabulary.js';
import { ChoiceField, IdField, TimeField } from './fields.js';

export class AsOfQuery {
  @TimeField('OPTIONAL', { description: 'What served the tool at that moment; without it, the whole history.' })
  asOf?: string;
}

export class AssignDto {
  @IdField('REQUIRED')
  modelId: string;

  @ChoiceField('REQUIRED', PURPOSES)
  purpose: Purpose;
}

export class FallbackTestDto {
  @TimeField('OPTIONAL', { description: 'When it was tried; now when left out.' })
  testedAt?: string;
}
