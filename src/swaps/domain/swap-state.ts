import { DomainError } from '../../kernel/domain-error.js';
import { FINAL_STATES, STAGES } from './vocabulary.js';
import type { Stage, SwapState } from './vocabulary.js';

/** REQUESTER: who opened it, or whose tool it is. OWNER: whose tool it is. IMPLEMENTER: who was named for the rollout. */
export type Party = 'REQUESTER' | 'OWNER' | 'PLATFORM_ENGINEER' | 'MANAGER' | 'VALIDATOR' | 'IMPLEMENTER' | 'MACHINE';

interface Step {
  readonly from: readonly SwapState[];
  readonly to: SwapState;
  readonly who: readonly Party[];
}

const BEFORE_ROLLOUT = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_ASSESSMENT',
  'CHANGES_REQUESTED',
  'APPROVED',
  'SCHEDULED',
] as const;

/** Every step that a request can take. `approve` is the last approval needed, `return` follows a base that moved. */
export const STEPS = {
  submit: { from: ['DRAFT', 'CHANGES_REQUESTED'], to: 'SUBMITTED', who: ['REQUESTER'] },
  assess: { from: ['SUBMITTED'], to: 'UNDER_ASSESSMENT', who: ['MANAGER', 'VALIDATOR', 'MACHINE'] },
  'request-changes': { from: ['UNDER_ASSESSMENT'], to: 'CHANGES_REQUESTED', who: ['MANAGER', 'VALIDATOR'] },
  approve: { from: ['UNDER_ASSESSMENT'], to: 'APPROVED', who: ['MANAGER', 'VALIDATOR', 'MACHINE'] },
  reject: { from: ['UNDER_ASSESSMENT'], to: 'REJECTED', who: ['MANAGER', 'VALIDATOR'] },
  schedule: { from: ['APPROVED'], to: 'SCHEDULED', who: ['PLATFORM_ENGINEER'] },
  'roll-out': { from: ['SCHEDULED', 'IN_ROLLOUT'], to: 'IN_ROLLOUT', who: ['IMPLEMENTER'] },
  move: { from: ['SCHEDULED', 'IN_ROLLOUT'], to: 'IN_REVIEW', who: ['IMPLEMENTER'] },
  complete: { from: ['IN_REVIEW'], to: 'COMPLETED', who: ['OWNER'] },
  'roll-back': { from: ['IN_ROLLOUT', 'IN_REVIEW'], to: 'ROLLED_BACK', who: ['IMPLEMENTER', 'OWNER', 'MANAGER'] },
  cancel: { from: BEFORE_ROLLOUT, to: 'CANCELLED', who: ['REQUESTER', 'MANAGER'] },
  expire: { from: ['APPROVED', 'SCHEDULED'], to: 'EXPIRED', who: ['MACHINE'] },
  return: { from: ['APPROVED', 'SCHEDULED'], to: 'UNDER_ASSESSMENT', who: ['MACHINE'] },
} as const satisfies Record<string, Step>;
export type SwapAction = keyof typeof STEPS;

const stepOf = (action: SwapAction): Step => STEPS[action];

export const isFinal = (state: SwapState): boolean => FINAL_STATES.some((final) => final === state);

/** The state after the step. Throws `swap-transition` from any other state, `swap-party` for anybody else. */
export function decideStep(action: SwapAction, state: SwapState, parties: ReadonlySet<Party>): SwapState {
  const { from, to, who } = stepOf(action);
  if (!who.some((party) => parties.has(party)))
    throw new DomainError('forbidden', 'swap-party', `To ${words(action)} is for: ${who.map(words).join(', ')}.`);
  if (!from.includes(state))
    throw new DomainError(
      'conflict',
      'swap-transition',
      `A request that is ${state} cannot take this step: ${action}.`,
    );
  return to;
}

/** Whether the step is open to one of the parties in this state. */
export const mayTake = (action: SwapAction, state: SwapState, parties: ReadonlySet<Party>): boolean =>
  stepOf(action).from.includes(state) && stepOf(action).who.some((party) => parties.has(party));

const words = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, ' ');

/** The action of a rollout to the stage. Throws `stage-passed` for a stage that is behind. */
export function rolloutAction(current: Stage | null, next: Stage): SwapAction {
  if (current !== null && STAGES.indexOf(next) <= STAGES.indexOf(current))
    throw new DomainError('conflict', 'stage-passed', `The rollout is at ${current} already.`);
  return next === 'FULL' ? 'move' : 'roll-out';
}

export interface StandingFacts {
  readonly actorId: string;
  readonly roles: readonly string[];
  readonly isToolTheirs: boolean;
  readonly requestedBy: string;
  readonly implementerId: string | null;
}

/** What the actor is to this request; a person and their token are the same. */
export function partiesOf(facts: StandingFacts): ReadonlySet<Party> {
  const parties = new Set<Party>();
  if (facts.requestedBy === facts.actorId || facts.isToolTheirs) parties.add('REQUESTER');
  if (facts.isToolTheirs) parties.add('OWNER');
  if (facts.implementerId === facts.actorId) parties.add('IMPLEMENTER');
  for (const role of ['PLATFORM_ENGINEER', 'MANAGER', 'VALIDATOR'] as const)
    if (facts.roles.includes(role)) parties.add(role);
  return parties;
}

export const MACHINE: ReadonlySet<Party> = new Set(['MACHINE']);
