import { PURPOSES } from '../domain/vocabulary.js';
import type { Purpose } from '../domain/vocabulary.js';
import { ChoiceField, IdField, TimeField } from '../../http/dto-fields.js';
import { MomentField } from '../../http/query-fields.js';

export class TimelineQuery {
  @MomentField('What served the tool then; without it, the whole history.')
  asOf?: string;
}

export class AsOfQuery {
  @MomentField('What served then; everything else is as of today.')
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
