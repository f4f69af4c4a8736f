import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Attributions } from '../components/attributions.tsx';
import { Button } from '../components/button.tsx';
import { Check } from '../components/check-group.tsx';
import { Combo } from '../components/combo.tsx';
import table from '../components/data-table.module.css';
import { FieldValue, SourceNote, fieldLabel } from '../components/field-words.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { say } from '../components/toast.tsx';
import { useUrlState } from '../components/use-search.ts';
import type { components } from '../api/schema.d.ts';
import { releaseChoices } from '../api/choices.ts';
import { MOST_COMPARED } from './choose-to-compare.tsx';
import styles from './compare.module.css';
import { useComparison } from './use-comparison.ts';

type Comparison = components['schemas']['ComparisonView'];
type Benchmark = Comparison['benchmarks'][number];

/** Two to four releases side by side; the address holds which. */
export function ComparePage() {
  const [search, change] = useUrlState();
  const ids = (search.ids ?? '').split(',').filter(Boolean);
  const set = (next: readonly string[]): void => change('ids', next.join(',') || undefined);
  const query = useComparison(ids);
  const differences = search.all !== 'true';
  const copy = (): void => {
    void navigator.clipboard
      .writeText(window.location.href)
      .then(() => say('The address of this comparison is copied.'));
  };
  return (
    <Page
      title="Compare releases"
      sub="Two to four releases, value beside value, each with its source."
      actions={ids.length >= 2 && <Button onPress={copy}>Copy link</Button>}
    >
      <Panel>
        <div className={styles.controls}>
          {ids.length < MOST_COMPARED && (
            <Adder key={ids.length} onAdd={(id) => !ids.includes(id) && set([...ids, id])} />
          )}
          <Check
            label="Only differences"
            selected={differences}
            onChange={(on) => change('all', on ? undefined : 'true')}
          />
        </div>
      </Panel>
      {ids.length < 2 ? (
        <Panel flush>
          <Empty title={ids.length === 0 ? 'Choose two releases' : 'Choose one more release'}>
            Type a name above, or begin from <Link to="/catalogue">the catalogue</Link>.
          </Empty>
        </Panel>
      ) : (
        <Panel flush>
          <QueryPart query={query} rows={10}>
            {(comparison) => (
              <>
                <Sheet
                  comparison={comparison}
                  differences={differences}
                  onRemove={(id) => set(ids.filter((each) => each !== id))}
                />
                <Attributions words={comparison.attributions} />
              </>
            )}
          </QueryPart>
        </Panel>
      )}
    </Page>
  );
}

function Adder({ onAdd }: { readonly onAdd: (id: string) => void }) {
  const [value] = useState<string | null>(null);
  return (
    <Combo
      label="Add a release"
      name="release"
      value={value}
      onChange={(id) => id && onAdd(id)}
      source="releases"
      load={releaseChoices}
    />
  );
}

interface SheetProps {
  readonly comparison: Comparison;
  readonly differences: boolean;
  readonly onRemove: (id: string) => void;
}

function Sheet({ comparison, differences, onRemove }: SheetProps) {
  const { releases, fields, benchmarks } = comparison;
  const shown = fields.filter(
    ({ values, differs }) =>
      values.some((value) => value !== null) && (!differences || differs || unevenlyKnown(values)),
  );
  const scored = benchmarks.filter(({ scores }) => !differences || scores.filter((score) => score !== null).length > 1);
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label="Comparison">
      <table className={`${table.table} ${styles.sheet}`}>
        <thead>
          <tr>
            <td />
            {releases.map((release) => (
              <th scope="col" key={release.id}>
                <Link to="/catalogue/$id" params={{ id: release.id }}>
                  {release.displayName}
                </Link>
                <div className={styles.key}>{release.key}</div>
                <Button tone="quiet" aria-label={`Remove ${release.displayName}`} onPress={() => onRemove(release.id)}>
                  Remove
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ field, values }) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field)}</th>
              {releases.map((release, index) => (
                <td key={release.id}>
                  <FieldValue field={field} value={values[index]} />
                  {values[index] !== null && release.sources[field] && (
                    <div className={styles.source}>
                      <SourceNote source={release.sources[field]} />
                    </div>
                  )}
                </td>
              ))}
            </tr>
          ))}
          {scored.map((benchmark) => (
            <Scores key={keyOf(benchmark)} benchmark={benchmark} />
          ))}
          {shown.length + scored.length === 0 && (
            <tr>
              <td colSpan={releases.length + 1}>They do not differ in anything that is known of all of them.</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

const unevenlyKnown = (values: readonly unknown[]): boolean => values.some((value) => value === null);
const keyOf = ({ benchmark, benchmarkVersion, metric, harness, mode }: Benchmark): string =>
  [benchmark, benchmarkVersion, metric, harness, mode].join('|');

function Scores({ benchmark }: { readonly benchmark: Benchmark }) {
  const scores = benchmark.scores.map((score) => (typeof score === 'number' ? score : null));
  const known = scores.filter((score) => score !== null);
  const best = benchmark.higherIsBetter ? Math.max(...known) : Math.min(...known);
  return (
    <tr>
      <th scope="row">
        {benchmark.benchmark}
        <div className={styles.source}>
          {[benchmark.metric, benchmark.harness, benchmark.mode].filter(Boolean).join(', ')}
        </div>
      </th>
      {scores.map((score, index) => (
        <td key={index}>
          {score === null ? (
            <span className="muted">unknown</span>
          ) : (
            <>
              {score} {known.length > 1 && score === best && <span className={styles.best}>▲ best</span>}
            </>
          )}
        </td>
      ))}
    </tr>
  );
}
