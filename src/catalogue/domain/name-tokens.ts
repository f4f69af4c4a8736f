/** Words that hosts add to a name without changing the weights behind it. */
const HOST_TAILS = new RegExp(
  '[-_:@](?:tee|free|thinking|exacto|together|lora|maas|fast|flex|short|high-throughput|highspeed|lightning|ultraspeed|tput|versatile|instant|' +
    'extended|nitro|floor|online|beta-free|latest-free|el|us|0\\d\\d)$',
  'i',
);

/** Names that move from one release to the next, or that hosts use for several: no evidence of which weights they are. */
const ROLLING = new RegExp(
  '^(deepseek-(chat|reasoner)|deepseek-r1-671b|deepseek[.-]v3-v1.*|deepseek-v3-v1|kimi-latest|kimi-k2-turbo(-preview)?|kimi-for-coding' +
    '|.*-latest|(mistral|command|codestral|devstral|magistral)(-(small|medium|large))?|pixtral-large|mistral-large2|ministral-[38]b|kimi-k2:1t)$',
);

/** Whether a name is an alias that its host points at one release today and at another tomorrow. */
export function isRollingAlias(name: string): boolean {
  const bare = name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/:(?!1t).*$/, '');
  return ROLLING.test(bare);
}

/** What a host wrote, split into an organisation (if it names one) and the model's name without the host's own marks. */
export interface HostName {
  readonly organisation?: string;
  readonly name: string;
  /** The organisation stood before a dot, as one cloud writes it, not in a repository's id. */
  readonly isDotted: boolean;
}

const WRAPPERS = [
  /^(workers-ai\/)?@cf\//i,
  /^@hf\//i,
  /^hf:/i,
  /^accounts\/[\w-]+\/(models|routers)\//i,
  // A cloud's region: `us-east-1/deepseek.v3.2`.
  /^[a-z]{2}(-gov)?-(north|south|east|west|central)(east|west)?-\d\//i,
];

/** Two lower-case dots as Bedrock writes them: region, vendor, model. */
const DOTTED =
  /^(?:(?:us|eu|apac|global)\.)?(qwen|meta|mistral|deepseek|google|openai|minimax|moonshot(?:ai)?|nvidia|zai|cohere|ai21)\.(?=[a-z])/i;

const VENDOR_PREFIXES =
  /^(?:(meta|nvidia|ai21|c4ai|google|openai|alibaba|xiaomi|moonshot(?:ai)?|zai-org|z-ai|zai|cohere|microsoft|ibm|alicloud|databricks|cerebras|groq|snowflake|azure|deep|umans|coding|labs|arcee|sarvamai|thudm|deepseek-ai)[-_]|qwen_)(?=[a-z])/i;

/** Words in front of a name that say who develops or hosts it, not which model it is. */
export function withoutVendorPrefix(name: string): string {
  let rest = name;
  for (let match = VENDOR_PREFIXES.exec(rest); match !== null; match = VENDOR_PREFIXES.exec(rest)) {
    // "coder-…" and the like keep their first word when nothing that looks like a model would be left.
    if (!/\d|[-_]/.test(rest.slice(match[0].length))) break;
    rest = rest.slice(match[0].length);
  }
  return rest;
}

/** Takes a host's wrapping off: `accounts/fireworks/models/deepseek-v3p1` → `deepseek-v3.1`, `us.meta.llama4-…-v1:0` → meta, `llama4-…`. */
export function unwrapHostName(raw: string): HostName {
  let name = raw.trim();
  for (const wrapper of WRAPPERS) name = name.replace(wrapper, '');
  let organisation: string | undefined;
  const nested = /^([\w.-]+)\/[\w.-]+\/models\/(.+)$/.exec(name);
  const parts = nested === null ? name.split('/') : [nested[1] ?? '', nested[2] ?? ''];
  name = parts.at(-1) ?? name;
  if (parts.length > 1) organisation = parts.at(-2);
  const dotted = organisation === undefined ? DOTTED.exec(name) : null;
  if (dotted !== null) {
    organisation = dotted[1];
    name = name.slice(dotted[0].length);
    if (organisation?.toLowerCase() === 'deepseek') name = `deepseek-${name}`;
  }
  name = name.replace(/-v?\d+:\d+$/, '').replace(/(\d)p(\d+)(?=$|-|[bmv](?:$|-))/gi, '$1.$2');
  return { organisation, name: withoutHostTails(name), isDotted: dotted !== null };
}

function withoutHostTails(name: string): string {
  let rest = name
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/-instruct-lite$/i, '-instruct')
    .replace(/-flashx$/i, '-flash');
  for (let tail = HOST_TAILS.exec(rest); tail !== null && tail.index > 0; tail = HOST_TAILS.exec(rest)) {
    // ":thinking" is a mode of a host, "-Thinking" is a release of its own.
    if (/^[-_]thinking$/i.test(tail[0])) break;
    rest = rest.slice(0, tail.index);
  }
  // GLM-5-Turbo, Whisper Turbo and Z-Image-Turbo are models; elsewhere Turbo is a host's speed.
  return /whisper|glm|z-image|flux|sd/i.test(rest) ? rest : rest.replace(/[-_]turbo$/i, '');
}

const SINGLE_DIGIT = /^\d$/;
const VERSION_WITHOUT_MINOR = /^(?:[a-z]+)?\d$/;
/** Letters, a version, letters: `qwen3guard`, `llama3.3`, `gemma3n`. Sizes, dates and single-letter schemes stay whole. */
const GLUED = /^([a-z]{2,})(\d{1,2}(?:\.\d+)*)([a-z]{2,}|n)?$/;

/** A model name in one spelling: lower-case, hyphens, versions with a dot: `Qwen3_5 9B` → `qwen3.5-9b`. */
export function spell(name: string): string {
  const spelled = name
    .toLowerCase()
    .replace(/(\d)_(\d)/g, '$1.$2')
    .replace(/([a-z])\.(?=\d)/g, '$1-')
    .replace(/-v0(\d)(?=$|-)/, '-v0.$1')
    .replace(/^(qwen.*)-vision(?=$|-)/, '$1-vl')
    .replace(/^(minimax-m|qwen|llama-?)(\d)(\d)(?=$|-)/, '$1$2.$3')
    .replace(/^deepseek-chat-(?=v[3-9])/, 'deepseek-')
    .replace(/[\s_:/+]+/g, '-');
  const rough = spelled.split('-').filter((word) => word !== '');
  const joined: string[] = [];
  for (const word of rough) {
    const last = joined.at(-1);
    const isMinor = SINGLE_DIGIT.test(word) && last !== undefined && VERSION_WITHOUT_MINOR.test(last);
    if (isMinor && !/^(e|x)\d$/.test(last)) joined[joined.length - 1] = `${last}.${word}`;
    else joined.push(word);
  }
  return joined.join('-');
}

/** The words of a spelt name, versions split from their line: `qwen3.5-9b` → qwen, 3.5, 9b. */
export function tokenise(spelt: string): readonly string[] {
  return spelt.split('-').flatMap(splitGlued);
}

function splitGlued(word: string): readonly string[] {
  const vision = /^(\d+(?:\.\d+)?)v$/.exec(word);
  if (vision !== null) return [vision[1] ?? '', 'v'];
  const glued = GLUED.exec(word);
  if (glued === null) return [word];
  const [, line = '', version = '', rest] = glued;
  if (rest === 'n') return [line, `${version}n`];
  return rest === undefined ? [line, version] : [line, version, rest];
}
