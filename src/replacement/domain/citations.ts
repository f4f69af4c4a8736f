import { attributionsOf } from '../../catalogue/domain/attributions.js';
import type { GateResult, Input, QualityResult, ReasonResult, ScoreResult } from './explanation.js';

interface Finding {
  readonly gates: readonly GateResult[];
  readonly score: ScoreResult | null;
  readonly quality: QualityResult | null;
  readonly reasons: readonly ReasonResult[];
}

/** The words that sources ask to stand beside the figures that these findings were made from. */
export function citationsOf(findings: readonly Finding[]): string[] {
  const inputs = findings.flatMap(({ gates, score, quality, reasons }): readonly Input[] =>
    [...gates, ...(score?.terms ?? []), ...(quality === null ? [] : [quality]), ...reasons].flatMap(
      (part) => part.inputs,
    ),
  );
  return attributionsOf(inputs.flatMap(({ name, source }) => (source === undefined ? [] : { ...source, name })));
}
