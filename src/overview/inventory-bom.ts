import type { InventoryEntry } from './inventory.reader.js';
import type { InventoryFallback, InventoryModel } from './inventory.sql.js';

export interface BomOrder {
  readonly entries: readonly InventoryEntry[];
  /** UUID of this very document. */
  readonly serial: string;
  readonly now: Date;
}

type Json = Readonly<Record<string, unknown>>;

/** The inventory as a CycloneDX 1.6 ML-BOM: models with their model cards, the tools that depend on them. */
export function inventoryBom({ entries, serial, now }: BomOrder): Json {
  const models = new Map(entries.flatMap(({ model }) => (model === null ? [] : [[model.id, model] as const])));
  const fallbacks = new Map(
    entries
      .flatMap((entry) => entry.fallbacks.map((each) => [each.modelId, each] as const))
      .filter(([id]) => !models.has(id)),
  );
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    metadata: {
      timestamp: now.toISOString(),
      tools: { components: [{ type: 'application', name: 'Modelfolio' }] },
      component: { type: 'application', 'bom-ref': ROOT, name: 'AI inventory' },
    },
    components: [
      ...[...models.values()].map((model) => modelComponent(model, entries)),
      ...[...fallbacks.values()].map(fallbackComponent),
      ...entries.map(toolComponent),
    ],
    dependencies: [
      { ref: ROOT, dependsOn: entries.map(({ id }) => toolRef(id)) },
      ...entries.map(({ id, model, fallbacks: others }) => ({
        ref: toolRef(id),
        dependsOn: [...(model === null ? [] : [model.id]), ...others.map(({ modelId }) => modelId)].map(modelRef),
      })),
      ...[...models.keys(), ...fallbacks.keys()].map((id) => ({ ref: modelRef(id) })),
    ],
  };
}

const ROOT = 'inventory';
const modelRef = (id: string): string => `model:${id}`;
const toolRef = (id: string): string => `tool:${id}`;

function modelComponent(model: InventoryModel, entries: readonly InventoryEntry[]): Json {
  const uses = entries.filter((entry) => entry.model?.id === model.id);
  const digest = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(model.weightsDigest ?? '')?.[1];
  return {
    type: 'machine-learning-model',
    'bom-ref': modelRef(model.id),
    supplier: { name: model.provider, address: { country: model.providerCountry } },
    name: model.name,
    version: model.releaseKey,
    ...(digest === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: digest.toLowerCase() }] }),
    ...(model.licenceId === null ? {} : { licenses: [{ license: licenceOf(model.licenceId) }] }),
    ...(model.baseKey === null ? {} : { pedigree: pedigreeOf(model) }),
    ...(isUrl(model.weightsUrl) ? { externalReferences: [{ type: 'distribution', url: model.weightsUrl }] } : {}),
    modelCard: modelCard(model, uses),
    properties: properties({
      lifecycle: model.lifecycle,
      'approved-scope': model.approvedScope,
      'max-data-class': model.maxDataClass,
      jurisdictions: model.jurisdictions.join(', ') || null,
      hosting: model.hosting,
      quantisation: model.quantisation,
      'weights-digest': model.weightsDigest,
      'mirror-location': model.mirrorLocation,
      'validation-status': model.validation.status,
      validator: model.validation.validator ?? null,
      'next-review-due': model.validation.nextReviewDue ?? null,
      waivers: model.waivers.map(({ reason, expiresAt }) => `${reason} (until ${expiresAt})`).join('; ') || null,
      'licence-class': model.licenceClass,
      'support-ends': model.supportEnds,
    }),
  };
}

/** A model that serves no tool today: only what a tool could fall back to. */
const fallbackComponent = ({ modelId, name, version, provider, providerCountry }: InventoryFallback): Json => ({
  ...{ type: 'machine-learning-model', 'bom-ref': modelRef(modelId) },
  supplier: { name: provider, address: { country: providerCountry } },
  ...{ name, version },
});

const modelCard = (model: InventoryModel, uses: readonly InventoryEntry[]): Json => ({
  modelParameters: {
    task: [...new Set(uses.map(({ task }) => task.toLowerCase()))].join(', '),
    ...(model.family === null ? {} : { architectureFamily: model.family }),
    inputs: (model.inputModalities ?? []).map((each) => ({ format: each.toLowerCase() })),
    outputs: (model.outputModalities ?? []).map((each) => ({ format: each.toLowerCase() })),
  },
  considerations: { useCases: uses.map(({ name, purpose }) => (purpose === '' ? name : `${name}: ${purpose}`)) },
});

const pedigreeOf = ({ baseKey, baseRelation }: InventoryModel): Json => ({
  ancestors: [{ type: 'machine-learning-model', name: baseKey }],
  notes: `Made by ${(baseRelation ?? 'derivation').toLowerCase()}.`,
});

function toolComponent(entry: InventoryEntry): Json {
  const { id, name, purpose, model, exit, approvals, fallbacks } = entry;
  return {
    type: 'application',
    'bom-ref': toolRef(id),
    name,
    ...(purpose === '' ? {} : { description: purpose }),
    properties: properties({
      owner: entry.owner,
      'owner-team': entry.ownerTeam,
      'business-unit': entry.businessUnit,
      task: entry.task,
      materiality: entry.materiality,
      'data-class': entry.dataClass,
      model: model?.name ?? null,
      approvals: approvals.map(({ by, role }) => `${by} (${role})`).join(', ') || null,
      fallbacks: fallbacks.map(({ name: fallback }) => fallback).join(', ') || null,
      substitutability: exit?.substitutability ?? null,
      'exit-alternatives': [...(exit?.alternatives ?? []), ...(exit?.potential ?? [])].join(', ') || null,
      'exit-readiness': exit === null ? null : String(exit.readiness),
      'person-days-to-leave': exit === null || exit.effortDays === null ? null : String(exit.effortDays),
    }),
  };
}

/** What is not recorded is left out. */
const properties = (values: Readonly<Record<string, string | null>>): readonly Json[] =>
  Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [{ name: `modelfolio:${name}`, value }]));

const SPDX = [
  'Apache-2.0',
  'MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC0-1.0',
];

/** The few SPDX identifiers that open weights are published under; every other licence goes by its name. */
function licenceOf(id: string): Json {
  const spdx = SPDX.find((each) => each.toLowerCase() === id.toLowerCase());
  return spdx === undefined ? { name: id } : { id: spdx };
}

const isUrl = (text: string | null): text is string => text !== null && URL.canParse(text);
