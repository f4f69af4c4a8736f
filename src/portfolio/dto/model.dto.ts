import { QUANTISATIONS } from '../../catalogue/domain/vocabulary.js';
import type { Quantisation } from '../../catalogue/domain/vocabulary.js';
import { ListQuery } from '../../http/list-query.js';
import { DATA_CLASSES, HOSTINGS, LIFECYCLES, VALIDATION_STATUSES } from '../domain/vocabulary.js';
import type { DataClass, Hosting, Lifecycle, ValidationStatus } from '../domain/vocabulary.js';
import {
  ChoiceField,
  DayField,
  IdField,
  NestedField,
  NestedListField,
  TextField,
  TextsField,
  UrlField,
} from '../../http/dto-fields.js';
import { MomentField } from '../../http/query-fields.js';

const COUNTRY = /^[A-Z]{2}$/;
const RELEASE_KEY = { description: 'Key or alias of the release', example: 'Qwen/Qwen3-32B' };
const JURISDICTIONS = { description: 'ISO 3166-1 alpha-2 codes', example: ['SG'] };
const DIGEST = { description: 'Digest of the weights that run', example: 'sha256:9f86d081…' };

export class ModelListQuery extends ListQuery {
  @ChoiceField('OPTIONAL', LIFECYCLES)
  lifecycle?: Lifecycle;

  @TextField('OPTIONAL', 63, { description: 'Slug of the vendor' })
  vendor?: string;

  @TextField('OPTIONAL', 80)
  family?: string;

  @IdField('OPTIONAL', { description: 'GPU pool' })
  pool?: string;

  @TextField('OPTIONAL', 80, { description: 'Owner team' })
  team?: string;

  @MomentField('Which tools they served then; everything else is as of today.')
  asOf?: string;
}

export class ValidationDto {
  @ChoiceField('REQUIRED', VALIDATION_STATUSES)
  status: ValidationStatus;

  @DayField('OPTIONAL')
  validatedAt?: string;

  @TextField('OPTIONAL', 120)
  validator?: string;

  @DayField('OPTIONAL')
  nextReviewDue?: string;
}

export class PatchValidationDto {
  @ChoiceField('OPTIONAL', VALIDATION_STATUSES)
  status?: ValidationStatus;

  @DayField('CLEARABLE')
  validatedAt?: string | null;

  @TextField('CLEARABLE', 120)
  validator?: string | null;

  @DayField('CLEARABLE')
  nextReviewDue?: string | null;
}

export class WaiverDto {
  @TextField('REQUIRED', 500)
  reason: string;

  @DayField('REQUIRED')
  expiresAt: string;
}

/** Without validation: that is for a validator, who is not the one that registers. */
export class CreateModelDto {
  @TextField('REQUIRED', 120, { example: 'Qwen3 32B on H100' })
  name: string;

  @TextField('OPTIONAL', 200, RELEASE_KEY)
  releaseKey?: string;

  @IdField('OPTIONAL', { description: 'Instead of releaseKey' })
  releaseId?: string;

  @TextField('REQUIRED', 80, { example: 'ai-platform' })
  ownerTeam: string;

  @IdField('OPTIONAL', { description: 'Person who looks after it; who registers it when left out' })
  stewardId?: string;

  @ChoiceField('OPTIONAL', QUANTISATIONS)
  quantisation?: Quantisation;

  @IdField('OPTIONAL')
  gpuPoolId?: string;

  @UrlField('OPTIONAL')
  endpointUrl?: string;

  @ChoiceField('REQUIRED', HOSTINGS)
  hosting: Hosting;

  @TextField('OPTIONAL', 200, DIGEST)
  weightsDigest?: string;

  @TextField('OPTIONAL', 500)
  mirrorLocation?: string;

  @TextField('OPTIONAL', 1000)
  approvedScope?: string;

  @ChoiceField('REQUIRED', DATA_CLASSES)
  maxDataClass: DataClass;

  @TextsField('OPTIONAL', 250, COUNTRY, JURISDICTIONS)
  jurisdictions?: string[];

  @TextField('OPTIONAL', 200)
  concludedLicence?: string;

  @NestedListField('OPTIONAL', () => WaiverDto, 50)
  waivers?: WaiverDto[];
}

/** Without release: another release is another model. */
export class PatchModelDto {
  @TextField('OPTIONAL', 120)
  name?: string;

  @TextField('OPTIONAL', 80)
  ownerTeam?: string;

  @IdField('OPTIONAL')
  stewardId?: string;

  @ChoiceField('CLEARABLE', QUANTISATIONS)
  quantisation?: Quantisation | null;

  @IdField('CLEARABLE')
  gpuPoolId?: string | null;

  @UrlField('CLEARABLE')
  endpointUrl?: string | null;

  @ChoiceField('OPTIONAL', HOSTINGS)
  hosting?: Hosting;

  @TextField('CLEARABLE', 200, DIGEST)
  weightsDigest?: string | null;

  @TextField('CLEARABLE', 500)
  mirrorLocation?: string | null;

  @TextField('CLEARABLE', 1000)
  approvedScope?: string | null;

  @ChoiceField('OPTIONAL', DATA_CLASSES)
  maxDataClass?: DataClass;

  @TextsField('OPTIONAL', 250, COUNTRY, JURISDICTIONS)
  jurisdictions?: string[];

  @NestedField('OPTIONAL', () => PatchValidationDto)
  validation?: PatchValidationDto;

  @TextField('CLEARABLE', 200)
  concludedLicence?: string | null;

  @NestedListField('OPTIONAL', () => WaiverDto, 50)
  waivers?: WaiverDto[];
}

export class LifecycleDto {
  @ChoiceField('REQUIRED', LIFECYCLES)
  to: Lifecycle;

  @TextField('REQUIRED', 1000)
  reason: string;
}
