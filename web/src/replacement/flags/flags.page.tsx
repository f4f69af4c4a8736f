import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import { useList } from '../../api/use-list.ts';
import { useTitle } from '../../components/page.tsx';
import { useShortcuts } from '../../components/use-shortcuts.ts';
import { useUrlState } from '../../components/use-search.ts';
import { useCan } from '../../session/use-me.ts';
import { DecideDialog } from './decide-dialog.tsx';
import type { Decision } from './decisions.ts';
import { FlagDetail } from './flag-detail.tsx';
import { FlagList } from './flag-list.tsx';
import styles from './flags.module.css';

type Query = NonNullable<operations['Flags.list']['parameters']['query']>;

/** What waits for a decision, unless the address asks for something else. */
const statesOf = (state: string | undefined): Query['analysisState'] => {
  if (state === undefined) return ['OPEN', 'IN_TRIAGE'];
  return state === 'ALL' ? undefined : [state as NonNullable<Query['analysisState']>[number]];
};

/** The inbox of findings: the list on the left, the open one on the right, everything by keyboard. */
export function FlagsPage() {
  useTitle('Flags');
  const [search, change, changeAll] = useUrlState();
  const { q, severity, confidence, reason, mine, model, tool, owner, state, sort, open } = search;
  const query = {
    q,
    severity,
    confidence,
    reason,
    mine,
    model,
    tool,
    owner,
    sort,
    analysisState: statesOf(state),
    active: true,
  };
  const list = useList(['flags', query], (cursor, signal) =>
    unwrap(api.GET('/v1/flags', { params: { query: { ...(query as unknown as Query), cursor, limit: 50 } }, signal })),
  );
  const shown = open ?? list.rows[0]?.id;
  const canDecide = useCan('flag.triage');
  const canSwap = useCan('swap.request');
  const navigate = useNavigate();
  const [decision, setDecision] = useState<Decision>();
  const index = useMemo(() => list.rows.findIndex((flag) => flag.id === shown), [list.rows, shown]);
  const move = (step: number): void => {
    const next = list.rows[Math.min(Math.max(index + step, 0), list.rows.length - 1)];
    if (next) change('open', next.id);
  };
  const decide = (next: Decision): void => {
    if (canDecide && shown) setDecision(next);
  };
  const swap = (): void => {
    if (canSwap && shown) void navigate({ to: '/swap-requests/new', search: { flag: shown } });
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    o: () => decide('SNOOZED'),
    d: () => decide('DISMISSED'),
    t: () => decide('IN_TRIAGE'),
    s: swap,
  });
  return (
    <div className={styles.inbox} data-open={open !== undefined}>
      <FlagList list={list} search={search} query={query} change={change} changeAll={changeAll} shown={shown} />
      <section className={styles.detail} aria-label="Flag">
        {shown && (
          <FlagDetail key={shown} id={shown} decide={decide} onSwap={swap} onBack={() => change('open', undefined)} />
        )}
      </section>
      {decision && shown && <DecideDialog flagId={shown} decision={decision} onClose={() => setDecision(undefined)} />}
    </div>
  );
}
