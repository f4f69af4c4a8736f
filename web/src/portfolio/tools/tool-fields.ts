import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Version } from '../../components/use-change.ts';

export type Tool = components['schemas']['ToolView'];
type Body = components['schemas']['CreateToolDto'];

/** What a form shows of a tool; a number that was not given is absent. */
export interface ToolFields {
  readonly name: string;
  readonly description: string;
  readonly ownerTeam: string;
  readonly ownerId: string | null;
  readonly businessUnit: string;
  readonly task: string | null;
  readonly dataClass: string | null;
  readonly materiality: Readonly<Record<'impact' | 'complexity' | 'reliance', string | null>>;
  readonly requirements: {
    readonly minContextTokens?: number;
    readonly languages: readonly string[];
    readonly capabilities: readonly string[];
    readonly inputModalities: readonly string[];
  };
  readonly coupling: {
    readonly interface: string | null;
    readonly fineTuned: boolean;
    readonly embeddingsIndexed: boolean;
    readonly promptsVersioned: boolean;
    readonly rollbackRehearsedOn?: string;
  };
  readonly goldenSet: { readonly exists: boolean; readonly lastRunAt?: string };
  readonly usage: Readonly<Partial<Record<'requestsPerMonth' | 'tokensPerMonth' | 'concurrentTokens', number>>>;
  readonly switchingEffort: Readonly<
    Partial<Record<'prompts' | 'integration' | 'evaluation' | 'fineTune' | 'reindex' | 'training', number>>
  >;
}

export const BLANK: ToolFields = {
  name: '',
  description: '',
  ownerTeam: '',
  ownerId: null,
  businessUnit: '',
  task: null,
  dataClass: 'INTERNAL',
  materiality: { impact: null, complexity: null, reliance: null },
  requirements: { languages: [], capabilities: [], inputModalities: ['TEXT'] },
  coupling: { interface: 'OPENAI_COMPATIBLE', fineTuned: false, embeddingsIndexed: false, promptsVersioned: false },
  goldenSet: { exists: false },
  usage: {},
  switchingEffort: {},
};

/** The part of a tool that people write, with the version it was read at. */
export function fieldsOf(tool: Tool): Version<ToolFields> {
  const { name, description, ownerTeam, owner, businessUnit, task, dataClass } = tool;
  const { coupling, goldenSet, usage, switchingEffort, requirements } = tool;
  const { level: _level, ...materiality } = tool.materiality;
  return {
    version: tool.version,
    fields: {
      ...{ name, description, ownerTeam, ownerId: owner.id, businessUnit, task, dataClass, materiality },
      requirements: { ...requirements, minContextTokens: requirements.minContextTokens ?? undefined },
      ...{ coupling, goldenSet, usage, switchingEffort },
    },
  };
}

/** The body of a registration; what is missing is left to the server to name. */
export const bodyOf = ({ ownerId, ...fields }: ToolFields): Body =>
  ({ ...fields, description: fields.description || undefined, ownerId: ownerId ?? undefined }) as unknown as Body;

export const loadTool = async (id: string): Promise<Version<ToolFields>> =>
  fieldsOf(await unwrap(api.GET('/v1/tools/{id}', { params: { path: { id } } })));
