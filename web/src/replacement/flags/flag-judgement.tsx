import type { components } from '../../api/schema.d.ts';
import { Attributions } from '../../components/attributions.tsx';
import { TermBar } from '../../components/bars.tsx';
import { SelectInput } from '../../components/field.tsx';
import { Gate } from '../../components/gate.tsx';
import { withDays } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { fieldWords, words } from '../../components/words.ts';
import styles from './flags.module.css';
import { InputList } from './input-list.tsx';

type Row = components['schemas']['FlagToolView'];
type Score = components['schemas']['ScoreView'];

/** What was judged for one tool, each answer with its inputs and their sources; which tool stands in the address. */
export function FlagJudgement({
  rows,
  attributions,
}: {
  readonly rows: readonly Row[];
  readonly attributions: readonly string[];
}) {
  const [search, change] = useUrlState();
  const judged = rows.filter(({ score, gates }) => score !== null || gates.length > 0);
  const row = judged.find((each) => each.toolId === search.score) ?? judged.find((each) => each.mine) ?? judged[0];
  if (!row) return null;
  return (
    <Panel title="How it was judged" measure="open a line for its inputs and where each was read">
      {judged.length > 1 && (
        <div className={styles.picker}>
          <SelectInput
            label="For the tool"
            name="score"
            value={row.toolId}
            onChange={(id) => change('score', id)}
            options={judged.map(({ toolId, toolName }) => ({ id: toolId, label: toolName }))}
          />
        </div>
      )}
      {row.gates.length > 0 && <Gates gates={row.gates} />}
      {row.score && <Terms score={row.score} />}
      {row.whatWouldChange.length > 0 && <Levers levers={row.whatWouldChange} />}
      <Attributions words={attributions} />
    </Panel>
  );
}

function Gates({ gates }: { readonly gates: Row['gates'] }) {
  return (
    <section className={styles.part}>
      <h3>Gates</h3>
      <ul className={styles.terms}>
        {gates.map((gate) => (
          <li key={gate.gate}>
            <details>
              <summary className={styles.gate}>
                <span>{words(gate.gate)}</span>
                <Gate result={gate.answer} sentence={gate.sentence} />
                <span aria-hidden="true" className="muted">
                  {withDays(gate.sentence)}
                </span>
              </summary>
              <InputList inputs={gate.inputs} />
              {gate.decidedBy && (
                <p className={styles.noInputs}>{fieldWords(gate.decidedBy)} would decide it, if it were known.</p>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

const measureOf = (score: Score): string =>
  score.score === null
    ? `0.5 is the model in use · coverage ${score.coverage.toFixed(2)}, under 0.60, so no headline score`
    : `score ${score.score.toFixed(2)}; 0.5 is the model in use · coverage ${score.coverage.toFixed(2)}`;

/** Every term with its weight, its value against the model in use, the reason, and the inputs behind a fold. */
function Terms({ score }: { readonly score: Score }) {
  return (
    <section className={styles.part}>
      <h3>
        Score terms <span className={styles.measure}>{measureOf(score)}</span>
      </h3>
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
    </section>
  );
}

function Levers({ levers }: { readonly levers: Row['whatWouldChange'] }) {
  return (
    <section className={styles.part}>
      <h3>What would change it</h3>
      <ul className={styles.levers}>
        {levers.map(({ kind, about, sentence }) => (
          <li key={kind + about}>{withDays(sentence)}</li>
        ))}
      </ul>
    </section>
  );
}
