import type { Capability, Kind, Modality, Task } from '../../catalogue/domain/vocabulary.js';
import type { GateResult, Input } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { fieldInput, gate, listed } from './gate.js';
import { NEED_WORDS } from './words.js';
import type { GateSubject } from './gate.js';

type Need =
  | { readonly in: 'inputModalities'; readonly what: Modality }
  | { readonly in: 'capabilities'; readonly what: Capability };

/** What a task needs beside text in and text out. */
const TASK_NEEDS: Readonly<Partial<Record<Task, Need>>> = {
  AGENT: { in: 'capabilities', what: 'TOOL_CALL' },
  DOCUMENT_VISION: { in: 'inputModalities', what: 'IMAGE' },
};

const READS_TEXT: readonly Kind[] = ['CHAT', 'BASE', 'EMBEDDING', 'RERANK', 'GUARD', 'TRANSLATION', 'DRAFT'];
const FEWEST_HOSTS = 3;

/** Passes when everything that the task and the tool need is there; hosts decide only where no better source speaks. */
export function capabilityGate({ release, tool }: GateSubject): GateResult {
  const inputs: Input[] = [
    fieldInput(release, 'inputModalities', release.inputModalities),
    fieldInput(release, 'capabilities', release.capabilities),
  ];
  if (tool.task !== 'EMBEDDING' && release.postTraining === 'BASE')
    return gate(
      'CAPABILITY',
      'FAIL',
      'NOT_INSTRUCTION_TUNED',
      'It is a base model: it follows no instructions.',
      inputs,
    );
  const needs = needsOf(tool);
  const missing: Need['what'][] = [];
  const unknown: Need['what'][] = [];
  for (const need of needs) {
    const has = hasNeed(release, need);
    if (has === false) missing.push(need.what);
    if (has === undefined) unknown.push(need.what);
  }
  const required: Input = { name: 'required by task and tool', value: needs.map(({ what }) => what) };
  const seen = [...inputs, required, ...voteInputs(release, needs)];
  if (missing.length > 0)
    return gate('CAPABILITY', 'FAIL', 'CAPABILITY_MISSING', `It lacks ${wordsOf(missing)}.`, seen);
  if (unknown.length > 0)
    return gate('CAPABILITY', 'UNKNOWN', 'CAPABILITY_UNKNOWN', `Unknown: ${wordsOf(unknown)}.`, seen, wordsOf(unknown));
  return gate('CAPABILITY', 'PASS', 'CAPABILITY_PRESENT', 'It has what the task and the tool need.', seen);
}

const wordsOf = (needs: readonly Need['what'][]): string => listed(needs.map((need) => NEED_WORDS[need]));

function needsOf(tool: GateSubject['tool']): readonly Need[] {
  const needs: Need[] = tool.requirements.inputModalities.map((what) => ({ in: 'inputModalities', what }));
  needs.push(...tool.requirements.capabilities.map((what): Need => ({ in: 'capabilities', what })));
  const byTask = TASK_NEEDS[tool.task];
  if (byTask !== undefined && !needs.some(({ what }) => what === byTask.what)) needs.push(byTask);
  return needs;
}

function hasNeed(release: ReleaseFacts, need: Need): boolean | undefined {
  if (need.what === 'TEXT' && release.kind !== undefined && READS_TEXT.includes(release.kind)) return true;
  const known: readonly string[] | undefined =
    need.in === 'capabilities' ? release.capabilities : release.inputModalities;
  if (known?.includes(need.what) === true) return true;
  // A list speaks of absence only where the vendor or a canonical source wrote it; and most are silent on structured output.
  const complete = known !== undefined && release.sources[need.in]?.status !== 'DERIVED';
  if (complete && need.what !== 'STRUCTURED_OUTPUT') return false;
  const votes = release.hostVotes?.[need.what];
  if (votes === undefined || votes.yes + votes.no < FEWEST_HOSTS || votes.yes === votes.no) return undefined;
  return votes.yes > votes.no;
}

function voteInputs(release: ReleaseFacts, needs: readonly Need[]): Input[] {
  return needs.flatMap(({ what }) => {
    const votes = release.hostVotes?.[what];
    return votes === undefined
      ? []
      : [{ name: `hosts that offer ${NEED_WORDS[what]}`, value: `${votes.yes} of ${votes.yes + votes.no}` }];
  });
}
