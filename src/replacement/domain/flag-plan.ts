import type { FlagFinding, FlagRow } from './explanation.js';
import { flagStateOf, reconcile } from './reconcile.js';
import type { ReRaisedBy, RowState, StoredRow } from './reconcile.js';
import type { AnalysisState, Reason } from './vocabulary.js';

/** A flag as it is stored, as far as the machine decides on it. */
export interface KnownFlag {
  readonly id: string;
  readonly modelId: string;
  readonly candidateReleaseId: string | null;
  readonly modelReason: string | null;
  readonly state: AnalysisState;
  readonly active: boolean;
  readonly rows: readonly (StoredRow & { readonly toolId: string })[];
}

export interface PlannedRow {
  readonly toolId: string;
  readonly state: RowState;
  readonly from: AnalysisState | null;
  /** Absent where the assessment no longer finds it: the row keeps what it showed last. */
  readonly found?: FlagRow;
}

/** What becomes of one flag. */
export interface PlannedFlag {
  /** Absent for a flag that is not stored yet. */
  readonly known?: KnownFlag;
  /** Absent where nothing of it is found any more. */
  readonly finding?: FlagFinding;
  readonly rows: readonly PlannedRow[];
  readonly state: RowState;
  readonly becomes: 'RAISED' | 'RESOLVED' | null;
  /** Tools whose people it becomes so for. */
  readonly toolIds: readonly string[];
}

interface Question {
  readonly known: readonly KnownFlag[];
  readonly findings: readonly FlagFinding[];
  /** Ids of the tools that a model serves now. */
  readonly toolsOf: (modelId: string) => ReadonlySet<string>;
  readonly reRaiseScore: number;
  readonly now: string;
}

/** Flags after an assessment of some models: what is stored meets what is found. Same inputs, same plan. */
export function planFlags(question: Question): readonly PlannedFlag[] {
  const findings = new Map(question.findings.map((finding) => [keyOf(finding), finding]));
  const known = new Map(question.known.map((flag) => [keyOf(flag), flag]));
  const keys = [...new Set([...known.keys(), ...findings.keys()])].sort();
  return keys.flatMap((key) => planFlag(question, known.get(key), findings.get(key)));
}

const keyOf = (flag: Pick<KnownFlag, 'modelId' | 'candidateReleaseId' | 'modelReason'>): string =>
  `${flag.modelId}|${flag.candidateReleaseId ?? flag.modelReason ?? ''}`;

function planFlag(question: Question, known: KnownFlag | undefined, finding: FlagFinding | undefined): PlannedFlag[] {
  const modelId = finding?.modelId ?? known?.modelId ?? '';
  const found = new Map(finding?.rows.map((row) => [row.toolId, row]));
  const stored = new Map(known?.rows.map((row) => [row.toolId, row]));
  const tools = question.toolsOf(modelId);
  const rows = [...new Set([...stored.keys(), ...found.keys()])].sort().flatMap((toolId): PlannedRow[] => {
    const row = found.get(toolId);
    const before = stored.get(toolId);
    const state = reconcile({
      stored: before,
      finding: row === undefined || finding === undefined ? undefined : rowFinding(finding, row),
      toolUsesModel: tools.has(toolId),
      reRaiseScore: question.reRaiseScore,
      now: question.now,
    });
    return state === null ? [] : [{ toolId, state, from: before?.analysisState ?? null, found: row }];
  });
  if (rows.length === 0) return [];
  const state = flagStateOf(rows.map((row) => row.state));
  return [{ known, finding, rows, state, ...turnOf(known, state, rows) }];
}

const rowFinding = (finding: FlagFinding, row: FlagRow) => ({
  notBefore: finding.notBefore,
  supersededBy: finding.supersededBy,
  score: row.score?.score ?? null,
  reasons: row.reasons.map(({ reason }): Reason => reason),
  policyVersion: finding.policyVersion,
});

const ASKS_FOR_ATTENTION: ReadonlySet<AnalysisState> = new Set(['OPEN', 'IN_TRIAGE', 'SNOOZED', 'ACCEPTED']);

/** A person had put it aside, and it asks again. */
const cameBack = ({ from, state }: PlannedRow): boolean =>
  isOpen(state) && (from === 'DISMISSED' || from === 'SNOOZED');
const isOpen = ({ active, analysisState }: RowState): boolean => active && analysisState === 'OPEN';

/** RAISED when it first asks for a person's attention, or asks again for a tool; RESOLVED when it stops holding after it did. */
function turnOf(
  known: KnownFlag | undefined,
  state: RowState,
  rows: readonly PlannedRow[],
): Pick<PlannedFlag, 'becomes' | 'toolIds'> {
  const ids = (chosen: readonly PlannedRow[]): readonly string[] => chosen.map(({ toolId }) => toolId);
  const asked = known !== undefined && known.active && ASKS_FOR_ATTENTION.has(known.state);
  const raised = isOpen(state) ? rows.filter((row) => (asked ? cameBack(row) : isOpen(row.state))) : [];
  if (raised.length > 0) return { becomes: 'RAISED', toolIds: ids(raised) };
  if (!asked || state.active) return { becomes: null, toolIds: [] };
  const held = new Set(known.rows.filter(({ active }) => active).map(({ toolId }) => toolId));
  return { becomes: 'RESOLVED', toolIds: ids(rows.filter(({ toolId }) => held.has(toolId))) };
}

const BROUGHT_BACK: Readonly<Record<ReRaisedBy, string>> = {
  SCORE: 'Raised again: its score is at least 0.10 higher than when it was dismissed.',
  NEW_REASON: 'Raised again: a reason holds that did not when it was dismissed.',
  POLICY_CHANGE: 'Raised again: the policy has changed since it was dismissed.',
};

const STILL_DECIDED = 'Found again; what was decided about it still stands.';

const ARRIVED: Readonly<Record<AnalysisState, string>> = {
  PENDING: 'Found; it opens when the release is old enough.',
  OPEN: 'Raised.',
  IN_TRIAGE: 'In triage.',
  SNOOZED: STILL_DECIDED,
  ACCEPTED: 'Accepted by a swap request.',
  DISMISSED: STILL_DECIDED,
  SUPERSEDED: 'A later release of the same family serves at least as well.',
  RESOLVED: 'The tool no longer uses the model.',
};

/** One sentence for the history of a row, or undefined where nothing happened to it. */
export function sentenceOf(row: PlannedRow): string | undefined {
  if (row.state.reRaisedBy !== undefined) return BROUGHT_BACK[row.state.reRaisedBy];
  if (row.from === row.state.analysisState) return undefined;
  if (row.from === 'SNOOZED' && row.state.analysisState === 'OPEN') return 'The snooze has ended.';
  if (row.from === 'PENDING' && row.state.analysisState === 'OPEN') return 'The release is old enough now.';
  return ARRIVED[row.state.analysisState];
}
