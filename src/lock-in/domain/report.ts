import type { PolicyDocument } from '../../policy/domain/policy.js';
import { behindOf, portfolioSize } from './portfolio-health.js';
import type { Behind, PortfolioSize } from './portfolio-health.js';
import { concentrationReport } from './concentration-report.js';
import type { DimensionReport } from './concentration-report.js';
import { exitReadinessOf } from './exit-readiness.js';
import type { ExitReadiness } from './exit-readiness.js';
import type { Alternative, LockInFacts, LockInModel } from './facts.js';
import { lockInIndex } from './lock-in-index.js';
import type { LockInIndex } from './lock-in-index.js';
import { servedTools, weightOf, weightedMean } from './served-tools.js';
import type { ServedTool } from './served-tools.js';
import { choiceOf, isUsable, SUBSTITUTABILITY_VALUE, substitutabilityOf } from './substitutability.js';
import type { Choice, SubstitutabilityResult } from './substitutability.js';
import { BASES } from './vocabulary.js';
import type { Basis } from './vocabulary.js';

/** One tool's row: how easily and how readily it could leave its model. */
export interface ToolReport {
  readonly toolId: string;
  readonly toolName: string;
  readonly modelId: string;
  readonly weight: number;
  readonly substitutability: SubstitutabilityResult;
  readonly exitReadiness: ExitReadiness;
}

/** Figures over all tools on one basis. */
export interface BasisReport {
  readonly basis: Basis;
  readonly dimensions: readonly DimensionReport[];
  readonly index: LockInIndex;
  readonly substitutability: number | null;
  /** Share of the weight that substitutability could not be judged for. */
  readonly undeterminedShare: number;
  readonly exitReadiness: number | null;
  /** Tools that weigh nothing on this basis, such as those without recorded usage. */
  readonly toolsWithoutWeight: readonly string[];
}

export interface LockInReport {
  readonly asOf: string;
  readonly policyVersion: number;
  /** The three bases, materiality first. */
  readonly bases: readonly BasisReport[];
  readonly tools: readonly ToolReport[];
  readonly behind: readonly Behind[];
  readonly size: PortfolioSize;
  readonly toolsWithoutFallback: readonly string[];
}

/** The lock-in of the portfolio on one day. Same facts, same report, in whatever order they come. */
export function lockInReport(facts: LockInFacts): LockInReport {
  const served = servedTools(facts);
  const tools = toolReports(facts, served);
  return {
    asOf: facts.asOf,
    policyVersion: facts.policyVersion,
    bases: BASES.map((basis) => basisReport(basis, served, tools, facts.policy)),
    tools,
    behind: behindOf(facts, served),
    size: portfolioSize(facts, served),
    toolsWithoutFallback: served.filter(({ tool }) => tool.fallback === undefined).map(({ tool }) => tool.id),
  };
}

function toolReports(facts: LockInFacts, served: readonly ServedTool[]): readonly ToolReport[] {
  const choiceFor = choices(facts);
  return served.map(({ tool, model }) => ({
    toolId: tool.id,
    toolName: tool.name,
    modelId: model.id,
    weight: weightOf(tool, 'MATERIALITY'),
    substitutability: substitutabilityOf(tool, choiceFor(model, facts.alternatives.get(tool.id) ?? []), facts.asOf),
    exitReadiness: exitReadinessOf(tool, model, facts.asOf),
  }));
}

/** Tools alike share one list of alternatives, which is sorted out once for each vendor group that they run on. */
function choices({ models }: LockInFacts): (model: LockInModel, others: readonly Alternative[]) => Choice {
  const modelById = new Map(models.map((model) => [model.id, model]));
  const known = new Map<readonly Alternative[], Map<string, Choice>>();
  const isForeign = ({ vendorGroup }: LockInModel, { modelId }: Alternative): boolean => {
    const other = modelById.get(modelId);
    return isUsable(other) && other.vendorGroup !== vendorGroup;
  };
  return (model, others) => {
    const byVendor = known.get(others) ?? new Map<string, Choice>();
    known.set(others, byVendor);
    const choice = byVendor.get(model.vendorGroup) ?? choiceOf(others.filter((other) => isForeign(model, other)));
    byVendor.set(model.vendorGroup, choice);
    return choice;
  };
}

function basisReport(
  basis: Basis,
  served: readonly ServedTool[],
  tools: readonly ToolReport[],
  policy: PolicyDocument,
): BasisReport {
  const dimensions = concentrationReport(served, basis, policy);
  const weights = served.map(({ tool }) => weightOf(tool, basis));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const judged = tools.flatMap(({ substitutability }, index) => {
    const value = SUBSTITUTABILITY_VALUE[substitutability.class];
    return value === null ? [] : [{ weight: weights[index] ?? 0, value }];
  });
  const judgedWeight = judged.reduce((sum, { weight }) => sum + weight, 0);
  const substitutability = weightedMean(judged);
  const exitReadiness = weightedMean(
    tools.map((tool, index) => ({ weight: weights[index] ?? 0, value: tool.exitReadiness.points / 100 })),
  );
  return {
    ...{ basis, dimensions, substitutability, exitReadiness },
    index: lockInIndex({ dimensions, substitutability, exitReadiness, policy }),
    undeterminedShare: total === 0 ? 0 : (total - judgedWeight) / total,
    toolsWithoutWeight: served.filter(({ tool }) => weightOf(tool, basis) === 0).map(({ tool }) => tool.id),
  };
}
