import { ApiProperty } from '@nestjs/swagger';
import { CAPABILITIES, MODALITIES, TASKS } from '../../catalogue/domain/vocabulary.js';
import type { Capability, Modality, Task } from '../../catalogue/domain/vocabulary.js';
import { DATA_CLASSES, MATERIALITIES } from '../domain/vocabulary.js';
import type { DataClass, Materiality } from '../domain/vocabulary.js';
import type { ServingRow, ToolRow } from '../tools.sql.js';
import { PersonReferenceView } from './reference.view.js';
import { CouplingDto, GoldenSetDto, MaterialityDto, SwitchingEffortDto, UsageDto } from './tool-parts.dto.js';

export class MaterialityView extends MaterialityDto {
  @ApiProperty({ enum: MATERIALITIES, description: 'The highest of the three.' })
  level: Materiality;
}

export class RequirementsView {
  @ApiProperty({ type: 'integer', nullable: true })
  minContextTokens: number | null;

  @ApiProperty({ type: [String], description: 'ISO 639 codes' })
  languages: string[];

  @ApiProperty({ enum: CAPABILITIES, isArray: true })
  capabilities: Capability[];

  @ApiProperty({ enum: MODALITIES, isArray: true })
  inputModalities: Modality[];
}

/** The model that serves a tool today. */
export class ServingView {
  @ApiProperty({ format: 'uuid' })
  assignmentId: string;

  @ApiProperty({ format: 'uuid' })
  modelId: string;

  @ApiProperty()
  modelName: string;

  @ApiProperty({ format: 'uuid' })
  releaseId: string;

  @ApiProperty()
  releaseKey: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  fallbackTestedAt: string | null;

  static from(this: void, row: ServingRow): ServingView {
    const { since, fallbackTestedAt } = row;
    return { ...row, since: utc(since), fallbackTestedAt: fallbackTestedAt === null ? null : utc(fallbackTestedAt) };
  }
}

// PostgreSQL writes times inside JSON with the session's offset.
const utc = (time: string): string => new Date(time).toISOString();

export class ToolView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ example: 'Credit memo summariser' })
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty()
  ownerTeam: string;

  @ApiProperty({ type: PersonReferenceView })
  owner: PersonReferenceView;

  @ApiProperty()
  businessUnit: string;

  @ApiProperty({ enum: TASKS })
  task: Task;

  @ApiProperty({ type: MaterialityView })
  materiality: MaterialityView;

  @ApiProperty({ enum: DATA_CLASSES })
  dataClass: DataClass;

  @ApiProperty({ type: RequirementsView })
  requirements: RequirementsView;

  @ApiProperty({ type: CouplingDto })
  coupling: CouplingDto;

  @ApiProperty({ type: GoldenSetDto })
  goldenSet: GoldenSetDto;

  @ApiProperty({ type: UsageDto })
  usage: UsageDto;

  @ApiProperty({ type: SwitchingEffortDto })
  switchingEffort: SwitchingEffortDto;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  ownerConfirmedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retiredAt: Date | null;

  @ApiProperty({ type: 'integer', description: 'Swap requests that are not finished.' })
  openRequests: number;

  @ApiProperty({ type: ServingView, nullable: true })
  primary: ServingView | null;

  @ApiProperty({ type: [ServingView] })
  fallbacks: ServingView[];

  @ApiProperty({ type: 'integer', description: 'Replacement flags that are open or in triage for this tool.' })
  openFlags: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  updatedAt: Date;

  static from(this: void, row: ToolRow): ToolView {
    const { id, version, name, description, ownerTeam, owner, businessUnit, task, materiality, dataClass } = row;
    const { coupling, goldenSet, usage, switchingEffort, ownerConfirmedAt, retiredAt, openRequests } = row;
    const { requirements, primary, openFlags, createdAt, updatedAt } = row;
    const { minContextTokens, languages, capabilities, inputModalities } = requirements;
    return {
      id,
      version,
      name,
      description,
      ownerTeam,
      owner,
      businessUnit,
      task,
      materiality,
      dataClass,
      requirements: {
        minContextTokens,
        languages: [...languages],
        capabilities: [...capabilities],
        inputModalities: [...inputModalities],
      },
      coupling,
      goldenSet,
      usage,
      switchingEffort,
      ownerConfirmedAt,
      retiredAt,
      openRequests,
      primary: primary === null ? null : ServingView.from(primary),
      fallbacks: row.fallbacks.map(ServingView.from),
      openFlags,
      createdAt,
      updatedAt,
    };
  }
}
