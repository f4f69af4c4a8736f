import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { DateInput } from '../components/date-input.tsx';
import { DownloadLink } from '../components/download-link.tsx';
import { SelectInput } from '../components/field.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPage } from '../components/query-page.tsx';
import { Tabs } from '../components/tabs.tsx';
import { useUrlState } from '../components/use-search.ts';
import { words } from '../components/words.ts';
import { DimensionPanel } from './dimension-panel.tsx';
import { DrillPanel } from './drill-panel.tsx';
import { FilesPanel } from './files-panel.tsx';
import { FormulaPanel } from './formula-panel.tsx';
import { IndexPanel } from './index-panel.tsx';
import styles from './lock-in.module.css';
import { SizePanel } from './size-panel.tsx';
import { SnapshotsPanel } from './snapshots-panel.tsx';
import { Story } from './story.tsx';
import { ToolsPanel } from './tools-panel.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';

type Report = components['schemas']['LockInReportView'];
type Basis = Report['bases'][number]['basis'];

const BASES: Record<Basis, string> = {
  MATERIALITY: 'weighted by materiality',
  TOOL_COUNT: 'each tool counts once',
  USAGE: 'weighted by usage',
};
const VIEWS = [
  { id: 'report', label: 'Report' },
  { id: 'what-if', label: 'What if' },
  { id: 'drill', label: 'Exit drill' },
  { id: 'time', label: 'In time' },
] as const;

/** How free the enterprise is to leave, as of any day. */
export function LockInPage() {
  const [search] = useUrlState();
  const asOf = search.asOf || undefined;
  const query = useQuery({
    queryKey: ['lock-in', asOf],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/lock-in/report', { params: { query: { asOf } }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryPage title="Lock-in report" query={query}>
      {(report) => <ReportScreen report={report} />}
    </QueryPage>
  );
}

function ReportScreen({ report }: { readonly report: Report }) {
  const [search, change] = useUrlState();
  const view = VIEWS.find(({ id }) => id === search.view)?.id ?? 'report';
  const basis = report.bases.find((each) => each.basis === search.basis) ?? report.bases[0];
  if (!basis) return null;
  return (
    <Page
      title="Lock-in report"
      sub={
        <>
          As of <Moment at={report.asOf} />, {report.tools.length} tools, {BASES[basis.basis] ?? words(basis.basis)},
          policy version {report.policyVersion}
        </>
      }
      actions={
        <div className={styles.controls}>
          <DateInput
            label="As of"
            name="asOf"
            value={search.asOf ?? report.asOf.slice(0, 10)}
            onChange={(day) => change('asOf', day || undefined)}
          />
          <SelectInput
            label="Weight"
            name="basis"
            value={basis.basis}
            onChange={(next) => change('basis', next)}
            options={report.bases.map((each) => ({ id: each.basis, label: words(each.basis) }))}
          />
          <Button onPress={() => window.print()}>Print</Button>
          <DownloadLink
            className={styles.pdf}
            href={`/v1/lock-in/report.pdf${search.asOf ? `?asOf=${search.asOf}` : ''}`}
            fileName="lock-in-report.pdf"
          >
            PDF
          </DownloadLink>
        </div>
      }
    >
      <Tabs
        label="Views of the report"
        tabs={VIEWS}
        value={view}
        onChange={(next) => change('view', next === 'report' ? undefined : next)}
      />
      {view === 'report' && <Body report={report} basis={basis} asOf={search.asOf} />}
      {view === 'what-if' && <WhatIfPanel report={report} />}
      {view === 'drill' && <DrillPanel drills={report.drills} />}
      {view === 'time' && <SnapshotsPanel asOf={search.asOf} />}
    </Page>
  );
}

interface BodyProps {
  readonly report: Report;
  readonly basis: Report['bases'][number];
  readonly asOf: string | undefined;
}

function Body({ report, basis, asOf }: BodyProps) {
  const of = (dimension: string) => basis.dimensions.find((each) => each.dimension === dimension);
  const counted = report.bases.find((each) => each.basis === 'TOOL_COUNT');
  const byCount = (dimension: string) => counted?.dimensions.find((each) => each.dimension === dimension);
  return (
    <>
      <div className={styles.top}>
        <Panel>
          <Story report={report} />
        </Panel>
        <IndexPanel index={basis.index} asOf={report.asOf} isMateriality={basis.basis === 'MATERIALITY'} />
      </div>
      <div className={styles.charts}>
        {(['VENDOR', 'ROOT_VENDOR', 'COUNTRY', 'LICENCE_CLASS', 'FAMILY', 'HOSTING'] as const).map((dimension) => {
          const found = of(dimension);
          return found && <DimensionPanel key={dimension} dimension={found} byCount={byCount(dimension)} />;
        })}
      </div>
      <ToolsPanel tools={report.tools} />
      <SizePanel report={report} />
      <FormulaPanel />
      <FilesPanel asOf={asOf} />
    </>
  );
}
