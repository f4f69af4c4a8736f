import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FACT_STATUSES } from '../../catalogue/domain/vocabulary.js';
import type { FactStatus } from '../../catalogue/domain/vocabulary.js';
import { SCORE_TERMS } from '../../policy/domain/policy.js';
import type { ScoreTerm } from '../../policy/domain/policy.js';
import { GATE_ANSWERS, GATES, LEVER_KINDS, REASONS } from '../domain/vocabulary.js';
import type { GateAnswer, GateName, LeverKind, Reason } from '../domain/vocabulary.js';
import type { InputValue } from '../domain/explanation.js';

export class SourceView {
  @ApiProperty({ example: 'models.dev' })
  source: string;

  @ApiPropertyOptional()
  sourceRef?: string;

  @ApiPropertyOptional({ description: 'When a payload showed it.' })
  observedAt?: string;

  @ApiPropertyOptional({ enum: FACT_STATUSES })
  status?: FactStatus;
}

/** One value that a finding was made from. */
export class InputView {
  @ApiProperty({ example: 'context of the candidate' })
  name: string;

  @ApiProperty({
    nullable: true,
    description: 'null is unknown.',
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: { type: 'string' } }],
  })
  value: InputValue;

  @ApiPropertyOptional({ example: 'tokens' })
  unit?: string;

  @ApiPropertyOptional({ type: SourceView })
  source?: SourceView;
}

export class GateView {
  @ApiProperty({ enum: GATES })
  gate: GateName;

  @ApiProperty({ enum: GATE_ANSWERS })
  answer: GateAnswer;

  @ApiProperty({ example: 'context-too-short' })
  code: string;

  @ApiProperty()
  sentence: string;

  @ApiProperty({ type: [InputView] })
  inputs: InputView[];

  @ApiPropertyOptional({ description: 'UNKNOWN only: the fact that would decide it.' })
  decidedBy?: string;
}

export class TermView {
  @ApiProperty({ enum: SCORE_TERMS })
  term: ScoreTerm;

  @ApiProperty({ description: 'Weight by the policy.' })
  weight: number;

  @ApiProperty({ type: Number, nullable: true, description: '0–1; 0.5 is the model in use; null is unknown.' })
  value: number | null;

  @ApiProperty()
  sentence: string;

  @ApiProperty({ type: [InputView] })
  inputs: InputView[];
}

export class ScoreView {
  @ApiProperty({ type: Number, nullable: true, description: '0–1; null where coverage is below the policy’s floor.' })
  score: number | null;

  @ApiProperty({ description: 'Weight of the known terms over all weight, 0–1.' })
  coverage: number;

  @ApiProperty({ type: [TermView] })
  terms: TermView[];
}

export class QualityView {
  @ApiProperty({ type: Number, nullable: true, description: 'Profile points, 10 is a clear step; null is unknown.' })
  deltaQ: number | null;

  @ApiProperty({ description: 'Profile benchmarks that both have.' })
  sharedBenchmarks: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'The own evaluation that outranked public benchmarks.' })
  evaluationId?: string;

  @ApiProperty()
  evaluationPassed: boolean;

  @ApiProperty({ description: 'At least one benchmark was measured by somebody other than the vendor.' })
  independent: boolean;

  @ApiProperty({ description: 'The profile measures something near the task, not the task.' })
  proxy: boolean;

  @ApiProperty({ type: [InputView] })
  inputs: InputView[];
}

/** Something that would turn the finding. */
export class LeverView {
  @ApiProperty({
    enum: LEVER_KINDS,
    description: 'FACT: not known; LIMIT: not met; MEASUREMENT: quality; TIME: a day.',
  })
  kind: LeverKind;

  @ApiProperty({ example: 'contextTokens' })
  about: string;

  @ApiProperty()
  sentence: string;
}

export class ReasonView {
  @ApiProperty({ enum: REASONS })
  reason: Reason;

  @ApiProperty()
  sentence: string;

  @ApiProperty({ type: [InputView] })
  inputs: InputView[];
}
