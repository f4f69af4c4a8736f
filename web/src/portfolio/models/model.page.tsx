import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { AuditPanel } from '../../audit/audit-panel.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Columns, Facts } from '../../components/facts.tsx';
import { Day, Moment } from '../../components/moment.tsx';
import { Empty } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryPage } from '../../components/query-page.tsx';
import link from '../../components/export-link.module.css';
import { Licence, Materiality } from '../../components/severity.tsx';
import { Tag } from '../../components/tag.tsx';
import { billions, count, gigabytes, words } from '../../components/words.ts';
import { useCan } from '../../session/use-me.ts';
import { AssignToToolDialog } from './assign-to-tool-dialog.tsx';
import { LifecycleDialog } from './lifecycle-dialog.tsx';
import { ModelFlags } from './model-flags.tsx';
import { VersionsPanel } from './versions-panel.tsx';

type Model = components['schemas']['ModelDetailView'];
type Use = Model['usedBy'][number];

const USES: readonly Column<Use>[] = [
  {
    id: 'tool',
    header: 'Tool',
    cell: (use) => (
      <Link to="/tools/$id" params={{ id: use.toolId }}>
        {use.name}
      </Link>
    ),
  },
  { id: 'purpose', header: 'As', cell: (use) => (use.purpose === 'PRIMARY' ? 'model in use' : 'fallback') },
  { id: 'materiality', header: 'Materiality', cell: (use) => <Materiality level={use.materiality} /> },
  { id: 'task', header: 'Task', cell: (use) => words(use.task) },
  { id: 'data', header: 'Data', cell: (use) => words(use.dataClass) },
  { id: 'team', header: 'Team', cell: (use) => use.ownerTeam },
  { id: 'since', header: 'Since', cell: (use) => <Moment at={use.since} /> },
];

/** One registered model: what it is, where it runs, who relies on it, what could replace it. */
export function ModelPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['model', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/models/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Model" query={query}>
      {(model) => <ModelScreen model={model} />}
    </QueryPage>
  );
}

function ModelScreen({ model }: { readonly model: Model }) {
  const canAdvance = useCan('model.advance');
  const canChange = useCan('model.change');
  const isReady = model.lifecycle === 'APPROVED' || model.lifecycle === 'IN_USE';
  const canAssign = useCan('assignment.write') && isReady;
  const [advancing, setAdvancing] = useState(false);
  const [assigning, setAssigning] = useState(false);
  return (
    <Page
      title={model.name}
      sub={
        <>
          <Tag tone={model.lifecycle === 'IN_USE' ? 'good' : 'neutral'}>{words(model.lifecycle)}</Tag> a registered copy
          of{' '}
          <Link to="/catalogue/$id" params={{ id: model.release.id }} className="mono">
            {model.release.key}
          </Link>{' '}
          by {model.release.vendor.name}
        </>
      }
      actions={
        model.lifecycle !== 'RETIRED' && (
          <>
            {canChange && (
              <Link to="/models/$id/edit" params={{ id: model.id }} className={link.link}>
                Change
              </Link>
            )}
            {canAdvance && <Button onPress={() => setAdvancing(true)}>Change lifecycle</Button>}
            {canAssign && (
              <Button tone="primary" onPress={() => setAssigning(true)}>
                Assign to a tool
              </Button>
            )}
          </>
        )
      }
    >
      <Columns>
        <Panel title="Identity">
          <Identity model={model} />
        </Panel>
        <Panel title="Where it runs" measure="memory needed = 1.2 × (weights + cache)">
          <Place model={model} />
        </Panel>
      </Columns>
      <Panel
        title="Used by"
        measure={
          model.highestMateriality ? `highest materiality: ${words(model.highestMateriality).toLowerCase()}` : undefined
        }
        flush
      >
        {model.usedBy.length === 0 ? (
          <Empty title="No tool uses it">
            {isReady
              ? 'Assign it to a tool, or ask for a swap to it.'
              : 'A manager or validator approves it first; then it can be assigned to a tool.'}
          </Empty>
        ) : (
          <DataTable label="Tools that use it" columns={USES} rows={model.usedBy} rowId={(use) => use.assignmentId} />
        )}
      </Panel>
      <ModelFlags modelId={model.id} />
      <VersionsPanel model={model} />
      <AuditPanel subject={model.id} />
      {assigning && <AssignToToolDialog model={model} onClose={() => setAssigning(false)} />}
      {advancing && <LifecycleDialog model={model} onClose={() => setAdvancing(false)} />}
    </Page>
  );
}

function Identity({ model }: { readonly model: Model }) {
  const { release, behind, validation } = model;
  return (
    <Facts
      facts={[
        ['Vendor', `${release.vendor.name} (${release.vendor.country})`],
        ['Family', release.family],
        ['Published', release.releaseDate && <Day date={release.releaseDate} />],
        ['Parameters, total / active', `${billions(release.totalParamsB)} / ${billions(release.activeParamsB)}`],
        ['Context, tokens', count(release.contextTokens)],
        ['Licence, declared', <Licence key="l" id={release.licenceId} licenceClass={release.licenceClass} />],
        ['Licence, concluded', model.concludedLicence ?? <span className="muted">not concluded by legal</span>],
        [
          'Validation',
          words(validation.status),
          validation.nextReviewDue && (
            <>
              next review <Day date={validation.nextReviewDue.slice(0, 10)} />
            </>
          ),
        ],
        [
          'Behind',
          behind ? `${behind.days} days` : 'no newer eligible release',
          behind && (
            <>
              the newest eligible candidate is{' '}
              <Link to="/catalogue/$id" params={{ id: behind.releaseId }}>
                {behind.releaseKey}
              </Link>
            </>
          ),
        ],
        ['Steward', model.steward.displayName, model.ownerTeam],
      ]}
    />
  );
}

function Place({ model }: { readonly model: Model }) {
  const { footprint } = model;
  const free = footprint.poolCapacityGb === null ? null : footprint.poolCapacityGb - (footprint.takenByOthersGb ?? 0);
  return (
    <Facts
      facts={[
        ['Hosting', words(model.hosting)],
        [
          'GPU pool',
          model.gpuPool ? (
            <Link to="/gpu-pools" search={{ open: model.gpuPool.id }}>
              {model.gpuPool.name}
            </Link>
          ) : (
            <span className="muted">none</span>
          ),
        ],
        ['Quantisation', model.quantisation ?? <span className="muted">native precision</span>],
        [
          'Memory needed',
          gigabytes(footprint.needGb),
          footprint.estimated && 'estimated: the architecture is not known',
        ],
        [
          'Room in the pool',
          free === null ? (
            <span className="muted">no pool</span>
          ) : (
            `${gigabytes(free)} of ${gigabytes(footprint.poolCapacityGb)}`
          ),
          footprint.fits === null ? undefined : (
            <Tag tone={footprint.fits ? 'good' : 'bad'}>{footprint.fits ? 'Fits' : 'Does not fit'}</Tag>
          ),
        ],
        ['Highest data class', words(model.maxDataClass)],
        ['Approved for', model.approvedScope ?? <span className="muted">not said</span>],
        [
          'Weights digest',
          model.weightsDigest ? (
            <span className="mono">{model.weightsDigest}</span>
          ) : (
            <span className="muted">not recorded</span>
          ),
        ],
        ['Mirror', model.mirrorLocation ?? <span className="muted">not mirrored</span>],
        ['Jurisdictions', model.jurisdictions.join(', ') || <span className="muted">not limited</span>],
      ]}
    />
  );
}
