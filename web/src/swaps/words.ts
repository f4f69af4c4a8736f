import type { components } from '../api/schema.d.ts';
import type { Tone } from '../components/tag.tsx';

export type Swap = components['schemas']['SwapView'];
export type SwapDetail = components['schemas']['SwapDetailView'];
export type Patch = components['schemas']['PatchSwapDto'];
export type SwapState = Swap['state'];

export const STATE_TONES: Record<SwapState, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'info',
  UNDER_ASSESSMENT: 'info',
  CHANGES_REQUESTED: 'warn',
  APPROVED: 'good',
  REJECTED: 'bad',
  SCHEDULED: 'good',
  IN_ROLLOUT: 'info',
  IN_REVIEW: 'info',
  COMPLETED: 'good',
  ROLLED_BACK: 'warn',
  CANCELLED: 'neutral',
  EXPIRED: 'warn',
};

/** `Credit memo summariser: Gemma 3 27B → Gemma 4 31B`. */
export const swapTitle = ({ tool, from, to }: Pick<Swap, 'tool' | 'from' | 'to'>): string =>
  `${tool.name}: ${from?.model.name ?? 'no model'} → ${to.model?.name ?? to.release.displayName}`;
