import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Version } from '../../components/use-change.ts';

export type Model = components['schemas']['ModelDetailView'];
type Waiver = components['schemas']['WaiverDto'];

/** What a form shows of a model; its release never changes. */
export interface ModelFields {
  readonly name: string;
  readonly ownerTeam: string;
  readonly stewardId: string | null;
  readonly hosting: string;
  readonly gpuPoolId: string | null;
  readonly quantisation: string | null;
  readonly endpointUrl: string | null;
  readonly weightsDigest: string | null;
  readonly mirrorLocation: string | null;
  readonly maxDataClass: string;
  readonly approvedScope: string | null;
  readonly jurisdictions: readonly string[];
  readonly concludedLicence: string | null;
  readonly waivers: readonly Waiver[];
  readonly validation: {
    readonly status: string;
    readonly validatedAt?: string;
    readonly validator?: string;
    readonly nextReviewDue?: string;
  };
}

/** The part of a model that people write, with the version it was read at. */
export function fieldsOf(model: Model): Version<ModelFields> {
  const { name, ownerTeam, steward, hosting, gpuPool, quantisation, endpointUrl, weightsDigest } = model;
  const { mirrorLocation, maxDataClass, approvedScope, jurisdictions, concludedLicence, waivers, validation } = model;
  return {
    version: model.version,
    fields: {
      ...{ name, ownerTeam, stewardId: steward.id, hosting, gpuPoolId: gpuPool?.id ?? null, quantisation, endpointUrl },
      ...{ weightsDigest, mirrorLocation, maxDataClass, approvedScope, jurisdictions, concludedLicence, waivers },
      validation,
    },
  };
}

export const loadModel = async (id: string): Promise<Version<ModelFields>> =>
  fieldsOf(await unwrap(api.GET('/v1/models/{id}', { params: { path: { id } } })));
