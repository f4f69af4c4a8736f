import { chooseFootprint, concurrentTokensOf, footprint } from '../../catalogue/domain/footprint.js';
import type { Footprint as Memory } from '../../catalogue/domain/footprint.js';
import type { Input } from './explanation.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { fieldInput } from './gate.js';
import type { Footprint, PoolRoom } from './gate.js';
import { nativeOf } from './native.js';

export type RoomOf = (model: ModelFacts) => PoolRoom | undefined;

/** Memory of a release on the place of the model: as deployed for the model's own, else with the best artifact that fits. */
export function fitOf(roomOf: RoomOf, model: ModelFacts, tool: ToolFacts, release: ReleaseFacts): Footprint {
  const native = nativeOf(release);
  const tokens = concurrentTokensOf({
    concurrentTokens: tool.usage.concurrentTokens,
    minContextTokens: tool.requirements.minContextTokens,
  });
  const isOwn = release.id === model.releaseId;
  const memory = isOwn
    ? footprint(release, model.quantisation ?? native.quantisation, tokens)
    : chooseFootprint(release, publishedOf(release), native.quantisation, tokens, freeGB(roomOf(model)));
  if (memory === undefined)
    return {
      needGB: null,
      quantisation: null,
      estimated: false,
      assumedPrecision: false,
      inputs: paramInputs(release),
    };
  const assumed = native.assumed && memory.quantisation === native.quantisation;
  return {
    needGB: memory.needGB,
    quantisation: memory.quantisation,
    estimated: memory.isEstimated,
    assumedPrecision: assumed && !(isOwn && model.quantisation !== undefined),
    inputs: [...paramInputs(release), ...memoryInputs(release, memory)],
  };
}

const publishedOf = (release: ReleaseFacts): Memory['quantisation'][] =>
  release.artifacts.map(({ quantisation }) => quantisation);

/** Without a pool any published artifact fits. */
const freeGB = (room: PoolRoom | undefined): number => (room === undefined ? Infinity : room.totalGB - room.takenGB);

const paramInputs = (release: ReleaseFacts): Input[] => [
  fieldInput(release, 'totalParamsB', release.totalParamsB, 'B parameters'),
];

function memoryInputs(release: ReleaseFacts, memory: Memory): Input[] {
  const of = (name: string): string => `${name} of ${release.displayName}`;
  return [
    { name: of('quantisation'), value: memory.quantisation },
    { name: of('weights'), value: memory.weightsGB, unit: 'GB' },
    { name: of('cache'), value: memory.kvGB ?? null, unit: 'GB' },
    { name: 'concurrent tokens', value: memory.concurrentTokens, unit: 'tokens' },
    { name: of('memory'), value: memory.needGB, unit: memory.isEstimated ? 'GB, ESTIMATED' : 'GB' },
  ];
}
