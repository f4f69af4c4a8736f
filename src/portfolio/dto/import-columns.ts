/** How the text of a cell becomes a value; lists are separated by semicolons. */
export type CellType = 'text' | 'number' | 'flag' | 'list';

export interface ImportColumn {
  readonly column: string;
  /** Where the value goes in the body of the same record's POST; absent for references by name. */
  readonly path?: string;
  readonly type: CellType;
  readonly required?: true;
  readonly about: string;
}

const text = (column: string, about: string, path = column): ImportColumn => ({ column, path, type: 'text', about });
const number = (column: string, about: string, path: string): ImportColumn => ({ column, path, type: 'number', about });
const flag = (column: string, about: string, path: string): ImportColumn => ({ column, path, type: 'flag', about });
const list = (column: string, about: string, path = column): ImportColumn => ({ column, path, type: 'list', about });
const named = (column: string, about: string, type: CellType = 'text'): ImportColumn => ({ column, type, about });
const required = (column: ImportColumn): ImportColumn => ({ ...column, required: true });

export const MODEL_COLUMNS: readonly ImportColumn[] = [
  required(text('name', 'Unique name of the model')),
  required(text('releaseKey', 'Key or alias of the release')),
  required(text('ownerTeam', 'Team that runs it')),
  required(text('hosting', 'IN_HOUSE, PRIVATE_CLOUD or EXTERNAL')),
  required(text('maxDataClass', 'Highest data class it is approved for')),
  named('steward', 'E-mail, account or id of the person who looks after it; the caller when empty'),
  named('gpuPool', 'Name of the GPU pool'),
  text('quantisation', 'Packaging that runs, such as FP8'),
  text('endpointUrl', 'Where it answers'),
  text('weightsDigest', 'Digest of the weights that run'),
  text('mirrorLocation', 'Where the weights are mirrored'),
  text('approvedScope', 'What it is approved for'),
  list('jurisdictions', 'ISO 3166-1 alpha-2 codes'),
];

export const TOOL_COLUMNS: readonly ImportColumn[] = [
  required(text('name', 'Unique name of the tool')),
  text('description', 'What it does'),
  required(text('ownerTeam', 'Team that owns it')),
  named('owner', 'E-mail, account or id of the person who owns it; the caller when empty'),
  required(text('businessUnit', 'Unit that uses it')),
  required(text('task', 'Such as SUMMARISATION')),
  required(text('impact', 'LOW, MEDIUM or HIGH', 'materiality.impact')),
  required(text('complexity', 'LOW, MEDIUM or HIGH', 'materiality.complexity')),
  required(text('reliance', 'LOW, MEDIUM or HIGH', 'materiality.reliance')),
  required(text('dataClass', 'PUBLIC, INTERNAL, CONFIDENTIAL or RESTRICTED')),
  number('minContextTokens', 'Shortest context it works with', 'requirements.minContextTokens'),
  list('languages', 'ISO 639 codes', 'requirements.languages'),
  list('capabilities', 'Such as TOOL_CALL', 'requirements.capabilities'),
  list('inputModalities', 'Such as TEXT; IMAGE', 'requirements.inputModalities'),
  required(text('interface', 'OPENAI_COMPATIBLE or VENDOR_SPECIFIC', 'coupling.interface')),
  required(flag('fineTuned', 'true or false', 'coupling.fineTuned')),
  required(flag('embeddingsIndexed', 'true or false', 'coupling.embeddingsIndexed')),
  required(flag('promptsVersioned', 'true or false', 'coupling.promptsVersioned')),
  text('rollbackRehearsedOn', 'Day, YYYY-MM-DD', 'coupling.rollbackRehearsedOn'),
  flag('goldenSet', 'Whether there is one', 'goldenSet.exists'),
  text('goldenSetLastRunAt', 'Day, YYYY-MM-DD', 'goldenSet.lastRunAt'),
  number('requestsPerMonth', 'Requests in a month', 'usage.requestsPerMonth'),
  number('tokensPerMonth', 'Tokens in a month', 'usage.tokensPerMonth'),
  number('concurrentTokens', 'Tokens in the cache at once', 'usage.concurrentTokens'),
  number('effortPrompts', 'Person-days', 'switchingEffort.prompts'),
  number('effortIntegration', 'Person-days', 'switchingEffort.integration'),
  number('effortEvaluation', 'Person-days', 'switchingEffort.evaluation'),
  number('effortFineTune', 'Person-days', 'switchingEffort.fineTune'),
  number('effortReindex', 'Person-days', 'switchingEffort.reindex'),
  number('effortTraining', 'Person-days', 'switchingEffort.training'),
  named('primaryModel', 'Name of the model that serves it; only for tools of LOW materiality'),
  named('fallbackModels', 'Names of models that can step in', 'list'),
];

/** The columns as one table for the API's description. */
export const describeColumns = (columns: readonly ImportColumn[]): string =>
  [
    'CSV (RFC 4180, UTF-8) with a header; lists are separated by semicolons, an empty cell is left out.',
    '',
    '| column | content |',
    '|---|---|',
    ...columns.map(({ column, about, required: must }) => `| ${column}${must ? ' *' : ''} | ${about} |`),
  ].join('\n');
