import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { AuditPanel } from '../../audit/audit-panel.tsx';
import { Columns, Facts } from '../../components/facts.tsx';
import { Moment } from '../../components/moment.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryPage } from '../../components/query-page.tsx';
import { Materiality } from '../../components/severity.tsx';
import { Tag } from '../../components/tag.tsx';
import { count, words } from '../../components/words.ts';
import { ModelFlags } from '../models/model-flags.tsx';
import { CandidatesPanel } from './candidates-panel.tsx';
import { EvaluationsPanel } from './evaluations-panel.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { ServingPanel } from './serving-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { ToolActions } from './tool-actions.tsx';
import type { Tool } from './tool-fields.ts';

/** One internal application: who owns it, what it needs, which model serves it and what could serve it better. */
export function ToolPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['tool', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/tools/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Tool" query={query}>
      {(tool) => <ToolScreen tool={tool} />}
    </QueryPage>
  );
}

function ToolScreen({ tool }: { readonly tool: Tool }) {
  return (
    <Page
      title={tool.name}
      sub={
        <>
          <Materiality level={tool.materiality.level} /> materiality; {words(tool.task).toLowerCase()} for{' '}
          {tool.businessUnit}. {tool.description}
        </>
      }
      actions={<ToolActions tool={tool} />}
    >
      {tool.retiredAt !== null && (
        <p>
          <Tag tone="warn">Retired</Tag> on <Moment at={tool.retiredAt} />
        </p>
      )}
      <RequestsPanel toolId={tool.id} />
      <Columns>
        <ServingPanel tool={tool} />
        <Panel title="What it requires" measure="the gates ask for exactly this">
          <Requirements tool={tool} />
        </Panel>
      </Columns>
      <Columns>
        <Panel title="Ownership">
          <Ownership tool={tool} />
        </Panel>
        <Panel title="How hard it is to move" measure="person-days, as its owner estimates">
          <Effort tool={tool} />
        </Panel>
      </Columns>
      <TimelinePanel toolId={tool.id} />
      <ModelFlags toolId={tool.id} />
      <EvaluationsPanel tool={tool} />
      <CandidatesPanel toolId={tool.id} />
      <AuditPanel subject={tool.id} />
    </Page>
  );
}

const none = (text: string) => <span className="muted">{text}</span>;

function Requirements({ tool }: { readonly tool: Tool }) {
  const { requirements, usage } = tool;
  return (
    <Facts
      facts={[
        [
          'Context, at least',
          requirements.minContextTokens === null
            ? none('not limited')
            : `${count(requirements.minContextTokens)} tokens`,
        ],
        ['Languages', requirements.languages.join(', ') || none('none named')],
        ['Capabilities', requirements.capabilities.map(words).join(', ') || none('none named')],
        ['Reads', requirements.inputModalities.map(words).join(', ') || none('none named')],
        ['Data class', words(tool.dataClass)],
        [
          'Requests a month',
          usage.requestsPerMonth === undefined ? none('not measured') : count(usage.requestsPerMonth),
        ],
        [
          'Concurrent tokens',
          usage.concurrentTokens === undefined ? none('not measured') : count(usage.concurrentTokens),
        ],
      ]}
    />
  );
}

function Ownership({ tool }: { readonly tool: Tool }) {
  const { materiality } = tool;
  return (
    <Facts
      facts={[
        [
          'Owner',
          tool.owner.active ? (
            tool.owner.displayName
          ) : (
            <>
              {tool.owner.displayName} <Tag tone="warn">has left</Tag>
            </>
          ),
        ],
        ['Team', tool.ownerTeam],
        ['Business unit', tool.businessUnit],
        ['Confirmed', tool.ownerConfirmedAt ? <Moment at={tool.ownerConfirmedAt} /> : none('never')],
        [
          'Materiality',
          words(materiality.level),
          `impact ${materiality.impact.toLowerCase()}, complexity ${materiality.complexity.toLowerCase()}, reliance ${materiality.reliance.toLowerCase()}`,
        ],
      ]}
    />
  );
}

function Effort({ tool }: { readonly tool: Tool }) {
  const { coupling, goldenSet, switchingEffort } = tool;
  const parts = Object.entries(switchingEffort).filter((part): part is [string, number] => typeof part[1] === 'number');
  const days = parts.reduce((sum, [, value]) => sum + value, 0);
  return (
    <Facts
      facts={[
        [
          'Effort',
          parts.length === 0 ? none('not estimated') : `${days} person-days`,
          parts.map(([name, value]) => `${words(name).toLowerCase()} ${value}`).join(', '),
        ],
        ['Interface', words(coupling.interface)],
        ['Fine-tuned', coupling.fineTuned ? 'yes' : 'no'],
        ['Embeddings indexed', coupling.embeddingsIndexed ? 'yes' : 'no'],
        ['Prompts versioned', coupling.promptsVersioned ? 'yes' : 'no'],
        [
          'Golden set',
          goldenSet.exists ? 'kept' : none('none'),
          goldenSet.lastRunAt && (
            <>
              last run <Moment at={goldenSet.lastRunAt} />
            </>
          ),
        ],
      ]}
    />
  );
}
