import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema.d.ts';
import table from '../../components/data-table.module.css';
import { Gate, GateLegend } from '../../components/gate.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { words } from '../../components/words.ts';
import styles from './flags.module.css';

type Row = components['schemas']['FlagToolView'];
type GateName = Row['gates'][number]['gate'];

const COLUMNS: readonly (readonly [GateName, string])[] = [
  ['CAPABILITY', 'Capab.'],
  ['CONTEXT', 'Context'],
  ['LICENCE', 'Licence'],
  ['HOSTING', 'Hosting'],
  ['FOOTPRINT', 'Memory'],
  ['LANGUAGE', 'Lang.'],
  ['ORIGIN', 'Origin'],
  ['MATURITY', 'Maturity'],
  ['SUPPORT', 'Support'],
];

const ELIGIBILITY = { ELIGIBLE: 'good', NEEDS_INFORMATION: 'warn', INELIGIBLE: 'bad' } as const;

/** Each tool with the answer of each gate, and what stands in the way in words. */
export function FlagTools({ rows }: { readonly rows: readonly Row[] }) {
  const gated = rows.some((row) => row.gates.length > 0);
  const judged = rows.some((row) => row.eligibility !== null);
  return (
    <Panel title="Tools" measure={gated ? <GateLegend /> : undefined} flush>
      <div className={table.scroll} tabIndex={0} role="region" aria-label="Tools and gates">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Tool</th>
              {gated &&
                COLUMNS.map(([gate, label]) => (
                  <th scope="col" key={gate} className={styles.gateHead}>
                    <abbr title={words(gate)}>{label}</abbr>
                  </th>
                ))}
              {judged && <th scope="col">Verdict</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.toolId}>
                <td className={styles.toolCell}>
                  <Link to="/tools/$id" params={{ id: row.toolId }}>
                    {row.toolName}
                  </Link>
                  <div className={styles.owner}>
                    {words(row.analysisState)}
                    {row.snoozedUntil && (
                      <>
                        {' '}
                        until <Moment at={row.snoozedUntil} />
                      </>
                    )}
                    {row.justification && `, ${words(row.justification).toLowerCase()}`} ·{' '}
                    {row.mine ? 'mine' : row.ownerName} · {words(row.materiality).toLowerCase()} materiality
                  </div>
                </td>
                {gated &&
                  COLUMNS.map(([gate]) => (
                    <td key={gate} className={styles.gateCell}>
                      <Answer row={row} gate={gate} />
                    </td>
                  ))}
                {judged && (
                  <td>{row.eligibility && <Tag tone={ELIGIBILITY[row.eligibility]}>{words(row.eligibility)}</Tag>}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Obstacles rows={rows} />
    </Panel>
  );
}

function Answer({ row, gate }: { readonly row: Row; readonly gate: GateName }) {
  const found = row.gates.find((each) => each.gate === gate);
  return found ? <Gate result={found.answer} sentence={found.sentence} /> : <span className="muted">–</span>;
}

/** The same sentence often holds for several tools: it is said once, with their names. */
function Obstacles({ rows }: { readonly rows: readonly Row[] }) {
  const tools = new Map<
    string,
    { readonly answer: 'FAIL' | 'UNKNOWN' | 'PASS'; readonly sentence: string; readonly names: string[] }
  >();
  for (const row of rows)
    for (const gate of row.gates.filter(({ answer }) => answer !== 'PASS')) {
      const key = gate.gate + gate.sentence;
      const known = tools.get(key);
      if (known) known.names.push(row.toolName);
      else
        tools.set(key, {
          answer: gate.answer,
          sentence: `${words(gate.gate)}: ${gate.sentence}`,
          names: [row.toolName],
        });
    }
  if (tools.size === 0) return null;
  return (
    <ul className={styles.obstacles}>
      {[...tools].map(([key, { answer, sentence, names }]) => (
        <li key={key}>
          <Gate result={answer} sentence={sentence} />
          <span>
            {sentence} <span className="muted">{names.length === rows.length ? 'All tools' : names.join(', ')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
