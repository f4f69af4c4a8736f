import { ApiProperty } from '@nestjs/swagger';
import { LICENCE_CLASSES, TASKS } from '../../catalogue/domain/vocabulary.js';
import type { LicenceClass, Task } from '../../catalogue/domain/vocabulary.js';
import { SUBSTITUTABILITIES } from '../../lock-in/domain/vocabulary.js';
import type { Substitutability } from '../../lock-in/domain/vocabulary.js';
import { DATA_CLASSES, HOSTINGS, MATERIALITIES, VALIDATION_STATUSES } from '../../portfolio/domain/vocabulary.js';
import type { DataClass, Hosting, Materiality, ValidationStatus } from '../../portfolio/domain/vocabulary.js';
import type { InventoryEntry } from '../inventory.reader.js';
import { InventoryApprovalView, InventoryFallbackView, InventoryWaiverView } from './inventory-parts.view.js';

const TEXT = { type: String, nullable: true } as const;

/** One use of AI as regulators ask for it; null and empty are not recorded. */
export class InventoryView {
  @ApiProperty({ format: 'uuid' })
  toolId: string;

  @ApiProperty()
  tool: string;

  @ApiProperty({ description: 'What it is for.' })
  purpose: string;

  @ApiProperty({ enum: TASKS })
  task: Task;

  @ApiProperty()
  businessUnit: string;

  @ApiProperty()
  owner: string;

  @ApiProperty()
  ownerTeam: string;

  @ApiProperty({ ...TEXT })
  ownerConfirmedAt: string | null;

  @ApiProperty({ enum: MATERIALITIES })
  materiality: Materiality;

  @ApiProperty({ enum: DATA_CLASSES })
  dataClass: DataClass;

  @ApiProperty({ ...TEXT, format: 'uuid' })
  modelId: string | null;

  @ApiProperty(TEXT)
  model: string | null;

  @ApiProperty({ ...TEXT, format: 'date-time' })
  inUseSince: string | null;

  @ApiProperty(TEXT)
  approvedScope: string | null;

  @ApiProperty({ type: [String] })
  jurisdictions: readonly string[];

  @ApiProperty({ enum: DATA_CLASSES, nullable: true })
  maxDataClass: DataClass | null;

  @ApiProperty(TEXT)
  provider: string | null;

  @ApiProperty(TEXT)
  providerGroup: string | null;

  @ApiProperty({ ...TEXT, description: 'ISO 3166-1 alpha-2.' })
  providerCountry: string | null;

  @ApiProperty({ ...TEXT, description: 'The exact release.' })
  version: string | null;

  @ApiProperty(TEXT)
  quantisation: string | null;

  @ApiProperty({ ...TEXT, description: 'Digest of the weights that run.' })
  digest: string | null;

  @ApiProperty(TEXT)
  mirrorLocation: string | null;

  @ApiProperty({ ...TEXT, format: 'date' })
  releaseDate: string | null;

  @ApiProperty({ enum: HOSTINGS, nullable: true })
  hosting: Hosting | null;

  @ApiProperty(TEXT)
  location: string | null;

  @ApiProperty({
    type: [String],
    description: 'What else it stands on: the base release, the GPU location, the interface.',
  })
  dependencies: readonly string[];

  @ApiProperty(TEXT)
  licenceId: string | null;

  @ApiProperty({ enum: LICENCE_CLASSES, nullable: true })
  licenceClass: LicenceClass | null;

  @ApiProperty(TEXT)
  concludedLicence: string | null;

  @ApiProperty({ ...TEXT, format: 'date' })
  supportEnds: string | null;

  @ApiProperty({ enum: VALIDATION_STATUSES, nullable: true })
  validationStatus: ValidationStatus | null;

  @ApiProperty({ ...TEXT, format: 'date' })
  validatedAt: string | null;

  @ApiProperty(TEXT)
  validator: string | null;

  @ApiProperty({ ...TEXT, format: 'date' })
  nextReviewDue: string | null;

  @ApiProperty({ ...TEXT, description: 'Who approved the model for use.' })
  modelApprovedBy: string | null;

  @ApiProperty({ ...TEXT, format: 'date-time' })
  modelApprovedAt: string | null;

  @ApiProperty({ type: [InventoryApprovalView], description: 'Who approved the swap that brought the model here.' })
  approvals: readonly InventoryApprovalView[];

  @ApiProperty({ type: [InventoryWaiverView] })
  waivers: readonly InventoryWaiverView[];

  @ApiProperty({ enum: SUBSTITUTABILITIES, nullable: true })
  substitutability: Substitutability | null;

  @ApiProperty({ ...TEXT, description: 'Why it is of this class.' })
  substitutabilityReason: string | null;

  @ApiProperty({ type: [InventoryFallbackView] })
  exitFallbacks: readonly InventoryFallbackView[];

  @ApiProperty({ type: [String], description: 'Where it could go; those whose quality is unknown if none is proven.' })
  exitAlternatives: readonly string[];

  @ApiProperty({ type: Number, nullable: true, description: 'Person-days; null is not estimated.' })
  exitEffortDays: number | null;

  @ApiProperty({ type: Number, nullable: true, description: '0–100.' })
  exitReadiness: number | null;

  static from(entry: InventoryEntry): InventoryView {
    return Object.assign(new InventoryView(), usePart(entry), modelPart(entry), controlPart(entry), exitPart(entry));
  }
}

const usePart = (entry: InventoryEntry): Partial<InventoryView> => {
  const { id, name, purpose, task, businessUnit, owner, ownerTeam, ownerConfirmedAt, materiality, dataClass } = entry;
  return {
    toolId: id,
    tool: name,
    purpose,
    task,
    businessUnit,
    owner,
    ownerTeam,
    ownerConfirmedAt,
    materiality,
    dataClass,
  };
};

const modelPart = ({ model, coupling }: InventoryEntry): Partial<InventoryView> => ({
  modelId: model?.id ?? null,
  model: model?.name ?? null,
  inUseSince: model?.since ?? null,
  approvedScope: model?.approvedScope ?? null,
  jurisdictions: model?.jurisdictions ?? [],
  maxDataClass: model?.maxDataClass ?? null,
  provider: model?.provider ?? null,
  providerGroup: model?.providerGroup ?? null,
  providerCountry: model?.providerCountry ?? null,
  version: model?.releaseKey ?? null,
  quantisation: model?.quantisation ?? null,
  digest: model?.weightsDigest ?? null,
  mirrorLocation: model?.mirrorLocation ?? null,
  releaseDate: model?.releaseDate ?? null,
  hosting: model?.hosting ?? null,
  location: model?.location ?? null,
  dependencies: [model?.baseKey, model?.location, coupling.interface].flatMap((each) => each ?? []),
});

const controlPart = ({ model, approvals }: InventoryEntry): Partial<InventoryView> => ({
  licenceId: model?.licenceId ?? null,
  licenceClass: model?.licenceClass ?? null,
  concludedLicence: model?.concludedLicence ?? null,
  supportEnds: model?.supportEnds ?? null,
  validationStatus: model?.validation.status ?? null,
  validatedAt: model?.validation.validatedAt ?? null,
  validator: model?.validation.validator ?? null,
  nextReviewDue: model?.validation.nextReviewDue ?? null,
  modelApprovedBy: model?.approvedBy ?? null,
  modelApprovedAt: model?.approvedAt ?? null,
  approvals,
  waivers: model?.waivers ?? [],
});

const exitPart = ({ exit, fallbacks }: InventoryEntry): Partial<InventoryView> => ({
  substitutability: exit?.substitutability ?? null,
  substitutabilityReason: exit?.why ?? null,
  exitFallbacks: fallbacks,
  exitAlternatives: exit === null ? [] : exit.alternatives.length > 0 ? exit.alternatives : exit.potential,
  exitEffortDays: exit?.effortDays ?? null,
  exitReadiness: exit?.readiness ?? null,
});
