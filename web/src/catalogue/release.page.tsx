import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { AuditPanel } from '../audit/audit-panel.tsx';
import { Attributions } from '../components/attributions.tsx';
import { Button } from '../components/button.tsx';
import { Columns, Facts, Stack } from '../components/facts.tsx';
import { FieldValue, SourceNote, fieldLabel } from '../components/field-words.tsx';
import { Day, Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPage } from '../components/query-page.tsx';
import { Licence } from '../components/severity.tsx';
import { words } from '../components/words.ts';
import { useUrlState } from '../components/use-search.ts';
import { RegisterDialog } from '../portfolio/models/register-dialog.tsx';
import { useCan } from '../session/use-me.ts';
import { ConcludeDialog } from './conclude-dialog.tsx';
import { ConflictsPanel, FactsPanel } from './facts-panel.tsx';
import { BenchmarksPanel, WeightsPanel } from './release-tables.tsx';
import { FactDialog } from './fact-dialog.tsx';

type Release = components['schemas']['ReleaseDetailView'];

const FIELDS = [
  'releaseDate',
  'status',
  'kind',
  'family',
  'generation',
  'function',
  'postTraining',
  'totalParamsB',
  'activeParamsB',
  'contextTokens',
  'inputModalities',
  'outputModalities',
  'capabilities',
  'languages',
  'licenceId',
  'licenceClass',
  'pricePerMTokens',
  'adoption',
  'servingEngines',
  'retirementDate',
  'weightsUrl',
] as const;

/** One release of the world: what is known, who says so, where they disagree. */
export function ReleasePage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['release', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/releases/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Release" query={query}>
      {(release) => <ReleaseScreen release={release} />}
    </QueryPage>
  );
}

function ReleaseScreen({ release }: { readonly release: Release }) {
  const [search, change] = useUrlState();
  const canRegister = useCan('model.write');
  const canCorrect = useCan('release.write');
  const canConclude = useCan('licence.conclude');
  const close = (): void => change('dialog', undefined);
  return (
    <Page
      title={release.displayName}
      sub={
        <>
          <span className="mono">{release.key}</span> by {release.vendorName} ({release.country}), first seen{' '}
          <Moment at={release.firstSeenAt} />
          {release.aliases.length > 0 && <>; also called {release.aliases.slice(0, 4).join(', ')}</>}
        </>
      }
      actions={
        <>
          <Link to="/compare" search={{ ids: release.id }}>
            Compare
          </Link>
          {canCorrect && <Button onPress={() => change('correct', 'licenceId')}>Correct a value</Button>}
          {canConclude && <Button onPress={() => change('dialog', 'conclude')}>Conclude licence</Button>}
          {canRegister && (
            <Button tone="primary" onPress={() => change('dialog', 'register')}>
              Register as a model
            </Button>
          )}
        </>
      }
    >
      <Columns>
        <Panel title="What is known" measure="the winner by precedence, with its source">
          <Known release={release} />
        </Panel>
        <Stack>
          <Related release={release} />
          <WeightsPanel release={release} />
          <BenchmarksPanel release={release} />
        </Stack>
      </Columns>
      <ConflictsPanel conflicts={release.conflicts} />
      <Attributions words={release.attributions} />
      <FactsPanel release={release} onCorrect={canCorrect ? (field) => change('correct', field) : undefined} />
      <AuditPanel subject={release.id} />
      {search.dialog === 'register' && <RegisterDialog release={release} onClose={close} />}
      {search.dialog === 'conclude' && <ConcludeDialog release={release} onClose={close} />}
      {canCorrect && search.correct !== undefined && (
        <FactDialog release={release} field={search.correct} onClose={() => change('correct', undefined)} />
      )}
    </Page>
  );
}

function Known({ release }: { readonly release: Release }) {
  return (
    <Facts
      facts={FIELDS.map((field) => [
        fieldLabel(field),
        <FieldValue key={field} field={field} value={release[field]} />,
        release[field] !== null && release.sources[field] && <SourceNote source={release.sources[field]} />,
      ])}
    />
  );
}

function Related({ release }: { readonly release: Release }) {
  const { lineage, licenceConclusion, usedBy, supportEnd } = release;
  return (
    <Panel title="In context" measure="portfolio, licence and lineage">
      <Facts
        facts={[
          ['Licence, declared', <Licence key="d" id={release.licenceId} licenceClass={release.licenceClass} />],
          [
            'Licence, concluded',
            licenceConclusion ? (
              `${licenceConclusion.decision === 'ALLOW' ? '✓ allowed' : '✕ denied'} by ${licenceConclusion.concludedBy}`
            ) : (
              <span className="muted">not concluded</span>
            ),
            licenceConclusion?.conditions,
          ],
          ['Used by', usedBy.length === 0 ? <span className="muted">nobody here</span> : <Users release={release} />],
          [
            'Memory needed',
            <FieldValue key="n" field="needGb" value={release.needGb} />,
            'at native precision, 8,192 tokens',
          ],
          [
            'Support ends',
            supportEnd?.date ? <Day date={supportEnd.date} /> : <span className="muted">nobody has said</span>,
            supportEnd?.statedBy && words(supportEnd.statedBy),
          ],
          [
            'Built on',
            lineage.base ? (
              <Relation link={lineage.base} note={words(lineage.base.relation).toLowerCase()} />
            ) : (
              <span className="muted">unknown or nothing</span>
            ),
          ],
          [
            'Declared successor',
            lineage.declaredSuccessor ? (
              <Relation link={lineage.declaredSuccessor} />
            ) : (
              <span className="muted">none declared</span>
            ),
          ],
          ['Newer in the family', <Relatives key="s" relatives={lineage.successors} />],
          ['Same generation', <Relatives key="g" relatives={lineage.siblings} />],
        ]}
      />
    </Panel>
  );
}

function Users({ release }: { readonly release: Release }) {
  return (
    <ul>
      {release.usedBy.map((use) => (
        <li key={use.modelId + use.toolId}>
          <Link to="/models/$id" params={{ id: use.modelId }}>
            {use.model}
          </Link>
          {use.toolId && use.tool && (
            <>
              {' '}
              for{' '}
              <Link to="/tools/$id" params={{ id: use.toolId }}>
                {use.tool}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Relation({
  link,
  note,
}: {
  readonly link: { readonly key: string; readonly id: string | null };
  readonly note?: string;
}) {
  return (
    <>
      {link.id ? (
        <Link to="/catalogue/$id" params={{ id: link.id }}>
          {link.key}
        </Link>
      ) : (
        link.key
      )}{' '}
      {note}
    </>
  );
}

const SHOWN = 6;

function Relatives({ relatives }: { readonly relatives: Release['lineage']['siblings'] }) {
  if (relatives.length === 0) return <span className="muted">none known</span>;
  return (
    <>
      {relatives.slice(0, SHOWN).map((relative, index) => (
        <span key={relative.id}>
          {index > 0 && ', '}
          <Link to="/catalogue/$id" params={{ id: relative.id }}>
            {relative.displayName}
          </Link>
        </span>
      ))}
      {relatives.length > SHOWN && ` and ${relatives.length - SHOWN} more`}
    </>
  );
}
