import type { components } from '../api/schema.d.ts';
import { Attributions } from '../components/attributions.tsx';
import { TermBar } from '../components/bars.tsx';
import { Panel } from '../components/panel.tsx';
import { SelectInput } from '../components/field.tsx';
import { useUrlState } from '../components/use-search.ts';
import { words } from '../components/words.ts';
import styles from './flags.module.css';
import { InputList } from './input-list.tsx';

type Row = components['schemas']['FlagToolView'];
type Score = components['schemas']['ScoreView'];

/** The score's terms for one tool; which tool stands in the address. */
export function FlagScores({
  rows,
  attributions,
}: {
  readonly rows: readonly Row[];
  readonly attributions: readonly string[];
}) {
  const [search, change] = useUrlState();
  const scored = rows.filter((row) => row.score !== null);
  const row = scored.find((each) => each.toolId === search.score) ?? scored.find((each) => each.mine) ?? scored[0];
  if (!row?.score) return null;
  return (
    <Panel title="Score terms" measure={measureOf(row.score)}>
      {scored.length > 1 && (
        <div className={styles.picker}>
          <SelectInput
            label="For the tool"
            name="score"
            value={row.toolId}
            onChange={(id) => change('score', id)}
            options={scored.map(({ toolId, toolName }) => ({ id: toolId, label: toolName }))}
          />
        </div>
      )}
      <Terms score={row.score} />
      <Attributions words={attributions} />
    </Panel>
  );
}

export const measureOf = (score: Score): string =>
  score.score === null
    ? `0.5 is the model in use · coverage ${score.coverage.toFixed(2)}, under 0.60, so no headline score`
    : `score ${score.score.toFixed(2)}; 0.5 is the model in use · coverage ${score.coverage.toFixed(2)}`;

/** Every term with its weight, its value against the model in use, the reason, and the inputs behind a fold. */
export function Terms({ score }: { readonly score: Score }) {
  return (
    <ul className={styles.terms}>
      {score.terms.map((term) => (
        <li key={term.term}>
          <details>
            <summary className={styles.term}>
              <span>
                {words(term.term.replaceAll(/([A-Z])/g, '_$1'))} <span className="muted">× {term.weight}</span>
              </span>
              {term.value === null ? <span className="muted">unknown</span> : <TermBar value={term.value} />}
              <span className="num">{term.value === null ? '–' : term.value.toFixed(2)}</span>
              <span className="muted">{term.sentence}</span>
            </summary>
            <InputList inputs={term.inputs} />
          </details>
        </li>
      ))}
    </ul>
  );
}
