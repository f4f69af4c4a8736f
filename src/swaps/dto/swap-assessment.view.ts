import { ApiProperty } from '@nestjs/swagger';
import { CONCENTRATION_LIMITS } from '../../policy/domain/policy.js';
import type { ConcentrationLimit } from '../../policy/domain/policy.js';
import { ELIGIBILITIES, GATE_ANSWERS, GATES } from '../../replacement/domain/vocabulary.js';
import type { Eligibility, GateAnswer, GateName } from '../../replacement/domain/vocabulary.js';
import type { SwapAssessment } from '../domain/swap-assessment.js';
import type { LimitStatus } from '../domain/what-if.js';

export class SwapGateView {
  @ApiProperty({ enum: GATES })
  gate: GateName;

  @ApiProperty({ enum: GATE_ANSWERS })
  answer: GateAnswer;

  @ApiProperty()
  code: string;

  @ApiProperty()
  sentence: string;
}

export class SwapScoreTermView {
  @ApiProperty()
  term: string;

  @ApiProperty()
  weight: number;

  @ApiProperty({ type: Number, nullable: true })
  value: number | null;

  @ApiProperty()
  sentence: string;
}

export class SwapScoreView {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '0–1; 0.5 is the model in use; null: too little is known.',
  })
  score: number | null;

  @ApiProperty()
  coverage: number;

  @ApiProperty({ type: [SwapScoreTermView] })
  terms: SwapScoreTermView[];
}

export class LicenceChangeView {
  @ApiProperty({ type: [String], description: 'Duties that come.' })
  gained: readonly string[];

  @ApiProperty({ type: [String], description: 'Duties that go.' })
  lost: readonly string[];
}

export class SwapFootprintView {
  @ApiProperty({ type: Number, nullable: true, description: 'GB for all tools that the target would serve.' })
  needGb: number | null;

  @ApiProperty({ type: String, nullable: true })
  poolName: string | null;

  @ApiProperty({ type: Number, nullable: true })
  poolGb: number | null;

  @ApiProperty({ type: Number, nullable: true })
  takenByOthersGb: number | null;

  @ApiProperty({ type: [String], description: 'Models of the pool whose need is unknown.' })
  unknownModels: readonly string[];

  @ApiProperty({ type: Boolean, nullable: true, description: 'While the model in use still runs.' })
  fitsBeside: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Once the model in use is stopped.' })
  fitsAfter: boolean | null;
}

export class LimitFigureView {
  @ApiProperty({ enum: CONCENTRATION_LIMITS })
  limit: ConcentrationLimit;

  @ApiProperty()
  before: number;

  @ApiProperty()
  after: number;

  @ApiProperty({ enum: ['INSIDE', 'WARN', 'BREACH'] })
  statusBefore: LimitStatus;

  @ApiProperty({ enum: ['INSIDE', 'WARN', 'BREACH'] })
  statusAfter: LimitStatus;
}

/** The portfolio before and after this swap alone, on the materiality basis. */
export class SwapWhatIfView {
  @ApiProperty({ description: 'Points of 10,000.' })
  vendorHhiBefore: number;

  @ApiProperty()
  vendorHhiAfter: number;

  @ApiProperty({ type: [LimitFigureView] })
  limits: readonly LimitFigureView[];

  @ApiProperty({ type: 'integer', description: 'Models that serve at least one tool.' })
  modelsBefore: number;

  @ApiProperty({ type: 'integer' })
  modelsAfter: number;

  @ApiProperty({ type: 'integer' })
  portfolioSizeTarget: number;
}

export class SwapAssessmentView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: 'integer' })
  policyVersion: number;

  @ApiProperty({ enum: ELIGIBILITIES })
  eligibility: Eligibility;

  @ApiProperty({ type: [SwapGateView] })
  gates: readonly SwapGateView[];

  @ApiProperty({ type: SwapScoreView, nullable: true, description: 'null for a first primary.' })
  score: SwapScoreView | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Profile points; null is unknown.' })
  deltaQ: number | null;

  @ApiProperty({ type: LicenceChangeView })
  licence: LicenceChangeView;

  @ApiProperty({ type: SwapFootprintView })
  footprint: SwapFootprintView;

  @ApiProperty({ type: SwapWhatIfView })
  whatIf: SwapWhatIfView;

  static from(this: void, assessment: SwapAssessment): SwapAssessmentView {
    const { at, policyVersion, eligibility, gates, score, quality, licence, footprint, whatIf } = assessment;
    return {
      at,
      policyVersion,
      eligibility,
      licence,
      footprint,
      whatIf,
      gates: gates.map(({ gate, answer, code, sentence }) => ({ gate, answer, code, sentence })),
      score: score && {
        score: score.score,
        coverage: score.coverage,
        terms: score.terms.map(({ term, weight, value, sentence }) => ({ term, weight, value, sentence })),
      },
      deltaQ: quality?.deltaQ ?? null,
    };
  }
}
