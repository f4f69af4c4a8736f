import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPage, QueryPart } from '../components/query-page.tsx';
import { useUrlState } from '../components/use-search.ts';
import { useCan } from '../session/use-me.ts';
import { ProposalsPanel } from './proposals-panel.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { words } from '../components/words.ts';
import styles from './policy.module.css';
import { differencesOf, fullLabel, settingLabel, settingsOf, written } from './settings.ts';

type Policy = components['schemas']['PolicyView'];

/** The rules that every finding, limit and approval is judged by. */
export function PolicyPage() {
  const query = useQuery({ queryKey: ['policy'], queryFn: ({ signal }) => unwrap(api.GET('/v1/policy', { signal })) });
  return (
    <QueryPage title="Policy" query={query}>
      {(policy) => <PolicyScreen policy={policy} />}
    </QueryPage>
  );
}

const GROUPS: readonly (readonly [title: string, measure: string, names: readonly string[]])[] = [
  [
    'Releases and flags',
    'when a newer release is brought up',
    [
      'minimumReleaseAgeDays',
      'maxOpenFlagsPerModel',
      'deniedVendors',
      'deniedCountries',
      'servingEngines',
      'adoptionFloor',
      'portfolioSizeTarget',
    ],
  ],
  ['Licences', 'what each class means for an enterprise of this size', ['licenceRules', 'enterprise']],
  ['Concentration limits', 'shares of the weighted portfolio', ['concentrationLimits']],
  ['Approvals', 'who has to agree before a swap', ['approvals', 'approvalExpiryDays']],
  ['Score weights', 'of 100; a term that is unknown counts for nothing', ['scoreWeights']],
  ['Thresholds', 'when a difference counts', ['thresholds']],
];

function PolicyScreen({ policy }: { readonly policy: Policy }) {
  const [search, change] = useUrlState();
  const may = useCan('policy.propose');
  return (
    <Page
      title="Policy"
      sub={
        <>
          Version {policy.version}, in force since <Moment at={policy.effectiveAt} />
          {policy.approvedBy
            ? `, proposed by ${policy.proposedBy?.displayName}, approved by ${policy.approvedBy.displayName}`
            : ', as delivered'}
          .
        </>
      }
      actions={
        may && (
          <Button tone="primary" onPress={() => change('dialog', 'propose')}>
            Propose a change
          </Button>
        )
      }
    >
      <ProposalsPanel current={policy} />
      <div className={styles.groups}>
        {GROUPS.map(([title, measure, names]) => (
          <Panel key={title} title={title} measure={measure}>
            <Facts facts={names.flatMap((name) => rowsOf(name, policy.document[name]))} />
          </Panel>
        ))}
      </div>
      <Profiles document={policy.document} />
      <HistoryPanel />
      {may && search.dialog === 'propose' && (
        <ProposeDialog policy={policy} onClose={() => change('dialog', undefined)} />
      )}
    </Page>
  );
}

const rowsOf = (name: string, value: unknown): (readonly [string, string])[] =>
  settingsOf(value, name).map(({ path, value: each }) => [settingLabel(path), written(each, path)]);

interface ProfileRow {
  readonly task: string;
  readonly benchmark: string;
  readonly weight: string;
  readonly scale: string;
  readonly noise: string;
}

const PROFILE_COLUMNS: readonly Column<ProfileRow>[] = [
  { id: 'task', header: 'Task', cell: (row) => row.task },
  { id: 'benchmark', header: 'Benchmark', cell: (row) => row.benchmark },
  { id: 'weight', header: 'Weight', numeric: true, cell: (row) => row.weight },
  { id: 'scale', header: 'Points for a clear step', numeric: true, cell: (row) => row.scale },
  { id: 'noise', header: 'Noise', numeric: true, cell: (row) => row.noise },
];

function Profiles({ document }: { readonly document: Policy['document'] }) {
  const profiles = Object.entries(
    (document.profiles ?? {}) as Record<string, { benchmarks?: Record<string, unknown>[] }>,
  );
  const rows = profiles.flatMap(([task, { benchmarks = [] }]) =>
    benchmarks.map((each) => ({
      task: words(task),
      benchmark: String(each.benchmark),
      weight: String(each.weight),
      scale: String(each.scale),
      noise: String(each.noise),
    })),
  );
  return (
    <Panel
      title="Quality profiles"
      measure="which public benchmarks speak for a task; an own evaluation outranks them"
      flush
    >
      <DataTable
        label="Quality profiles"
        columns={PROFILE_COLUMNS}
        rows={rows}
        rowId={(row) => row.task + row.benchmark}
      />
    </Panel>
  );
}

interface Version {
  readonly policy: Policy;
  readonly before: Policy | undefined;
}

const HISTORY: readonly Column<Version>[] = [
  { id: 'version', header: 'Version', numeric: true, cell: ({ policy }) => policy.version },
  { id: 'at', header: 'In force since', cell: ({ policy }) => <Moment at={policy.effectiveAt} precise /> },
  { id: 'proposed', header: 'Proposed by', cell: ({ policy }) => policy.proposedBy?.displayName ?? 'as delivered' },
  { id: 'approved', header: 'Approved by', cell: ({ policy }) => policy.approvedBy?.displayName ?? '–' },
  { id: 'changes', header: 'What changed', text: 'prose', cell: (version) => <Differences {...version} /> },
];

function Differences({ policy, before }: Version) {
  const differences = before && differencesOf(before.document, policy.document);
  if (!differences || differences.length === 0) return <span className="muted">–</span>;
  return (
    <ul>
      {differences.map(({ path, value, before: old }) => (
        <li key={path}>
          {fullLabel(path)}: {written(old, path)} → {written(value, path)}
        </li>
      ))}
    </ul>
  );
}

function HistoryPanel() {
  const query = useQuery({
    queryKey: ['policy', 'history'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/policy/history', { signal })),
  });
  return (
    <Panel title="History" measure="open swap requests keep the version they were submitted under" flush>
      <QueryPart query={query}>
        {({ items }) => (
          <DataTable
            label="Versions"
            columns={HISTORY}
            rows={items.map((policy) => ({
              policy,
              before: items.find(({ version }) => version === policy.version - 1),
            }))}
            rowId={({ policy }) => String(policy.version)}
          />
        )}
      </QueryPart>
    </Panel>
  );
}
