import { CAPABILITIES, MODALITIES, TASKS } from '../../catalogue/domain/vocabulary.js';
import type { Capability, Modality, Task } from '../../catalogue/domain/vocabulary.js';
import { DATA_CLASSES } from '../domain/vocabulary.js';
import type { DataClass } from '../domain/vocabulary.js';
import {
  ChoiceField,
  ChoicesField,
  IdField,
  LanguagesField,
  NestedField,
  ProseField,
  TextField,
  WholeField,
} from '../../http/dto-fields.js';
import {
  CouplingDto,
  GoldenSetDto,
  MaterialityDto,
  PatchCouplingDto,
  PatchGoldenSetDto,
  PatchMaterialityDto,
  PatchSwitchingEffortDto,
  PatchUsageDto,
  SwitchingEffortDto,
  UsageDto,
} from './tool-parts.dto.js';

const MAX_CONTEXT = 100_000_000;

export class RequirementsDto {
  @WholeField('OPTIONAL', 1, MAX_CONTEXT)
  minContextTokens?: number;

  @LanguagesField('OPTIONAL')
  languages?: string[];

  @ChoicesField('OPTIONAL', CAPABILITIES)
  capabilities?: Capability[];

  @ChoicesField('OPTIONAL', MODALITIES)
  inputModalities?: Modality[];
}

export class PatchRequirementsDto {
  @WholeField('CLEARABLE', 1, MAX_CONTEXT)
  minContextTokens?: number | null;

  @LanguagesField('OPTIONAL')
  languages?: string[];

  @ChoicesField('OPTIONAL', CAPABILITIES)
  capabilities?: Capability[];

  @ChoicesField('OPTIONAL', MODALITIES)
  inputModalities?: Modality[];
}

export class CreateToolDto {
  @TextField('REQUIRED', 120, { example: 'Credit memo summariser' })
  name: string;

  @ProseField('OPTIONAL', 4000)
  description?: string;

  @TextField('REQUIRED', 80, { example: 'credit-risk' })
  ownerTeam: string;

  @IdField('OPTIONAL', { description: 'Person who owns it; who registers it when left out' })
  ownerId?: string;

  @TextField('REQUIRED', 120, { example: 'Group Risk' })
  businessUnit: string;

  @ChoiceField('REQUIRED', TASKS)
  task: Task;

  @NestedField('REQUIRED', () => MaterialityDto)
  materiality: MaterialityDto;

  @ChoiceField('REQUIRED', DATA_CLASSES)
  dataClass: DataClass;

  @NestedField('OPTIONAL', () => RequirementsDto)
  requirements?: RequirementsDto;

  @NestedField('REQUIRED', () => CouplingDto)
  coupling: CouplingDto;

  @NestedField('OPTIONAL', () => GoldenSetDto)
  goldenSet?: GoldenSetDto;

  @NestedField('OPTIONAL', () => UsageDto)
  usage?: UsageDto;

  @NestedField('OPTIONAL', () => SwitchingEffortDto)
  switchingEffort?: SwitchingEffortDto;
}

export class PatchToolDto {
  @TextField('OPTIONAL', 120)
  name?: string;

  @ProseField('OPTIONAL', 4000)
  description?: string;

  @TextField('OPTIONAL', 80)
  ownerTeam?: string;

  @IdField('OPTIONAL')
  ownerId?: string;

  @TextField('OPTIONAL', 120)
  businessUnit?: string;

  @ChoiceField('OPTIONAL', TASKS)
  task?: Task;

  @NestedField('OPTIONAL', () => PatchMaterialityDto)
  materiality?: PatchMaterialityDto;

  @ChoiceField('OPTIONAL', DATA_CLASSES)
  dataClass?: DataClass;

  @NestedField('OPTIONAL', () => PatchRequirementsDto)
  requirements?: PatchRequirementsDto;

  @NestedField('OPTIONAL', () => PatchCouplingDto)
  coupling?: PatchCouplingDto;

  @NestedField('OPTIONAL', () => PatchGoldenSetDto)
  goldenSet?: PatchGoldenSetDto;

  @NestedField('OPTIONAL', () => PatchUsageDto)
  usage?: PatchUsageDto;

  @NestedField('OPTIONAL', () => PatchSwitchingEffortDto)
  switchingEffort?: PatchSwitchingEffortDto;
}

export class RetireToolDto {
  @TextField('REQUIRED', 1000)
  reason: string;
}
