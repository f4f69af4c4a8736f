import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { Combo } from '../components/combo.tsx';
import { Columns } from '../components/facts.tsx';
import { FieldRow } from '../components/form.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { Tag } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { percent } from '../components/words.ts';
import { modelChoices, toolChoices } from '../api/choices.ts';
import { DIMENSIONS, shareName } from './names.ts';
import { LimitStatus } from './dimension-panel.tsx';
import styles from './lock-in.module.css';
import { signed } from './snapshots.ts';

type Report = components['schemas']['LockInReportView'];
type WhatIf = components['schemas']['WhatIfView'];

interface Swap {
  readonly toolId: string;
  readonly toModelId: string;
}

const read = (text: string | undefined): Swap[] =>
  (text ?? '').split(',').flatMap((pair) => {
    const [toolId, toModelId] = pair.split('~');
    return toolId && toModelId ? [{ toolId, toModelId }] : [];
  });
const write = (swaps: readonly Swap[]): string | undefined =>
  swaps.map(({ toolId, toModelId }) => `${toolId}~${toModelId}`).join(',') || undefined;

/** The report before and after a set of swaps; nothing is stored, the address holds the set. */
export function WhatIfPanel({ report }: { readonly report: Report }) {
  const [search, change] = useUrlState();
  const swaps = read(search.swaps);
  const query = useQuery({
    queryKey: ['what-if', search.swaps],
    queryFn: ({ signal }) => unwrap(api.POST('/v1/lock-in/what-if', { body: { swaps }, signal })),
    enabled: swaps.length > 0,
  });
  const toolName = (id: string): string => report.tools.find(({ tool }) => tool.id === id)?.tool.name ?? 'a tool';
  return (
    <>
      <Panel title="What if these tools moved?" measure="nothing is stored; send the address to share the question">
        <AddSwap
          key={search.swaps}
          onAdd={(swap) => change('swaps', write([...swaps.filter(({ toolId }) => toolId !== swap.toolId), swap]))}
        />
        {swaps.length > 0 && (
          <ul className={styles.swaps}>
            {swaps.map((swap) => (
              <li key={swap.toolId}>
                {toolName(swap.toolId)} →{' '}
                {query.data?.swaps.find(({ tool }) => tool.id === swap.toolId)?.to.name ?? '…'}
                <Button
                  tone="quiet"
                  aria-label={`Take out ${toolName(swap.toolId)}`}
                  onPress={() => change('swaps', write(swaps.filter((each) => each !== swap)))}
                >
                  Take out
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {swaps.length === 0 ? (
        <Panel flush>
          <Empty title="Add a swap to see what changes">Choose a tool and the model that it would move to.</Empty>
        </Panel>
      ) : (
        <QueryPart query={query}>{(result) => <Result result={result} />}</QueryPart>
      )}
    </>
  );
}

function AddSwap({ onAdd }: { readonly onAdd: (swap: Swap) => void }) {
  const [toolId, setTool] = useState<string | null>(null);
  const [toModelId, setModel] = useState<string | null>(null);
  return (
    <div className={styles.add}>
      <FieldRow>
        <Combo label="Tool" name="toolId" value={toolId} onChange={setTool} source="tools" load={toolChoices} />
        <Combo
          label="Moves to"
          name="toModelId"
          value={toModelId}
          onChange={setModel}
          source="models"
          load={modelChoices}
        />
      </FieldRow>
      <Button isDisabled={!toolId || !toModelId} onPress={() => toolId && toModelId && onAdd({ toolId, toModelId })}>
        Add the swap
      </Button>
    </div>
  );
}

function Result({ result }: { readonly result: WhatIf }) {
  const [before, after] = [result.before.bases[0], result.after.bases[0]];
  if (!before || !after) return null;
  const better = (result.indexChange ?? 0) < 0;
  return (
    <>
      <Panel title="Lock-in index" measure="lower is freer">
        <p className={styles.verdict} role="status">
          <strong>{before.index.index?.toFixed(1) ?? 'unknown'}</strong> →{' '}
          <strong>{after.index.index?.toFixed(1) ?? 'unknown'}</strong>{' '}
          {result.indexChange !== null && (
            <Tag tone={result.indexChange === 0 ? 'neutral' : better ? 'good' : 'warn'}>
              {signed(result.indexChange)} points
            </Tag>
          )}{' '}
          {result.meanQualityChange === null
            ? 'How quality changes is not known'
            : `Quality changes by ${signed(result.meanQualityChange)} points on average`}
          {result.swapsWithUnknownQuality > 0 &&
            `; unknown for ${result.swapsWithUnknownQuality} of ${result.swaps.length} swaps`}
          .
        </p>
        {result.limitChanges.length > 0 && (
          <ul className={styles.changes}>
            {result.limitChanges.map((each) => (
              <li key={each.dimension}>
                {DIMENSIONS[each.dimension][0]}: <LimitStatus status={each.before} /> →{' '}
                <LimitStatus status={each.after} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Columns>
        {(['VENDOR', 'COUNTRY'] as const).map((dimension) => (
          <Panel key={dimension} title={DIMENSIONS[dimension][0]} measure="share before → after">
            <Shift before={before} after={after} dimension={dimension} />
          </Panel>
        ))}
      </Columns>
    </>
  );
}

function Shift({
  before,
  after,
  dimension,
}: {
  readonly before: Report['bases'][number];
  readonly after: Report['bases'][number];
  readonly dimension: 'VENDOR' | 'COUNTRY';
}) {
  const sharesOf = (basis: Report['bases'][number]) =>
    basis.dimensions.find((each) => each.dimension === dimension)?.shares ?? [];
  const then = new Map(sharesOf(after).map((share) => [share.key, share]));
  const all = new Map([...sharesOf(before), ...sharesOf(after)].map((share) => [share.key, share]));
  const now = new Map(sharesOf(before).map((share) => [share.key, share.share]));
  return (
    <ul className={styles.sizes}>
      {[...all.values()].map((share) => {
        const [from, to] = [now.get(share.key) ?? 0, then.get(share.key)?.share ?? 0];
        return (
          <li key={share.key}>
            <span>{shareName(dimension, share)}</span>
            <span className="num">
              {percent(from)} → {from === to ? percent(to) : <strong>{percent(to)}</strong>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
