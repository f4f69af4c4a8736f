import { COUPLING_INTERFACES, MATERIALITIES } from '../domain/vocabulary.js';
import type { CouplingInterface, Materiality } from '../domain/vocabulary.js';
import { ChoiceField, DayField, FlagField, NumberField, WholeField } from '../../http/dto-fields.js';

const MAX_COUNT = Number.MAX_SAFE_INTEGER;
const MAX_TOKENS = 2_000_000_000;
const MAX_DAYS = 10_000;
const DAYS = { description: 'Person-days' };

export class MaterialityDto {
  @ChoiceField('REQUIRED', MATERIALITIES)
  impact: Materiality;

  @ChoiceField('REQUIRED', MATERIALITIES)
  complexity: Materiality;

  @ChoiceField('REQUIRED', MATERIALITIES)
  reliance: Materiality;
}

export class PatchMaterialityDto {
  @ChoiceField('OPTIONAL', MATERIALITIES)
  impact?: Materiality;

  @ChoiceField('OPTIONAL', MATERIALITIES)
  complexity?: Materiality;

  @ChoiceField('OPTIONAL', MATERIALITIES)
  reliance?: Materiality;
}

export class CouplingDto {
  @ChoiceField('REQUIRED', COUPLING_INTERFACES)
  interface: CouplingInterface;

  @FlagField('REQUIRED')
  fineTuned: boolean;

  @FlagField('REQUIRED')
  embeddingsIndexed: boolean;

  @FlagField('REQUIRED')
  promptsVersioned: boolean;

  /** When going back to the model before was last rehearsed. */
  @DayField('OPTIONAL')
  rollbackRehearsedOn?: string;
}

export class PatchCouplingDto {
  @ChoiceField('OPTIONAL', COUPLING_INTERFACES)
  interface?: CouplingInterface;

  @FlagField('OPTIONAL')
  fineTuned?: boolean;

  @FlagField('OPTIONAL')
  embeddingsIndexed?: boolean;

  @FlagField('OPTIONAL')
  promptsVersioned?: boolean;

  @DayField('CLEARABLE')
  rollbackRehearsedOn?: string | null;
}

export class GoldenSetDto {
  @FlagField('REQUIRED')
  exists: boolean;

  @DayField('OPTIONAL')
  lastRunAt?: string;
}

export class PatchGoldenSetDto {
  @FlagField('OPTIONAL')
  exists?: boolean;

  @DayField('CLEARABLE')
  lastRunAt?: string | null;
}

export class UsageDto {
  @WholeField('OPTIONAL', 0, MAX_COUNT)
  requestsPerMonth?: number;

  @WholeField('OPTIONAL', 0, MAX_COUNT)
  tokensPerMonth?: number;

  @WholeField('OPTIONAL', 1, MAX_TOKENS, { description: 'Tokens held in the cache at one moment' })
  concurrentTokens?: number;
}

export class PatchUsageDto {
  @WholeField('CLEARABLE', 0, MAX_COUNT)
  requestsPerMonth?: number | null;

  @WholeField('CLEARABLE', 0, MAX_COUNT)
  tokensPerMonth?: number | null;

  @WholeField('CLEARABLE', 1, MAX_TOKENS)
  concurrentTokens?: number | null;
}

export class SwitchingEffortDto {
  @NumberField('OPTIONAL', 0, MAX_DAYS, DAYS)
  prompts?: number;

  @NumberField('OPTIONAL', 0, MAX_DAYS, DAYS)
  integration?: number;

  @NumberField('OPTIONAL', 0, MAX_DAYS, DAYS)
  evaluation?: number;

  @NumberField('OPTIONAL', 0, MAX_DAYS, DAYS)
  fineTune?: number;

  @NumberField('OPTIONAL', 0, MAX_DAYS, DAYS)
  reindex?: number;

  @NumberField('OPTIONAL', 0, MAX_DAYS, DAYS)
  training?: number;
}

export class PatchSwitchingEffortDto {
  @NumberField('CLEARABLE', 0, MAX_DAYS, DAYS)
  prompts?: number | null;

  @NumberField('CLEARABLE', 0, MAX_DAYS, DAYS)
  integration?: number | null;

  @NumberField('CLEARABLE', 0, MAX_DAYS, DAYS)
  evaluation?: number | null;

  @NumberField('CLEARABLE', 0, MAX_DAYS, DAYS)
  fineTune?: number | null;

  @NumberField('CLEARABLE', 0, MAX_DAYS, DAYS)
  reindex?: number | null;

  @NumberField('CLEARABLE', 0, MAX_DAYS, DAYS)
  training?: number | null;
}
