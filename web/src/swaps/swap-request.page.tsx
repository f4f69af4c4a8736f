import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import { AuditPanel } from '../audit/audit-panel.tsx';
import { Columns, Facts, Stack } from '../components/facts.tsx';
import { Day, Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPage } from '../components/query-page.tsx';
import { Materiality } from '../components/severity.tsx';
import { Tag } from '../components/tag.tsx';
import { words } from '../components/words.ts';
import { ApprovalsPanel } from './approvals-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { Banners } from './banners.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { ImpactPanel } from './impact-panel.tsx';
import { SwapDiff } from './swap-diff.tsx';
import { SwapSteps } from './swap-steps.tsx';
import { STATE_TONES, swapTitle, type SwapDetail } from './words.ts';

/** One request: what changes, what speaks for it, who has to agree and what happened. */
export function SwapRequestPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['swap-request', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/swap-requests/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Swap request" query={query}>
      {(swap) => <SwapScreen swap={swap} />}
    </QueryPage>
  );
}

function SwapScreen({ swap }: { readonly swap: SwapDetail }) {
  const [editing, setEditing] = useState(false);
  const isDraft = swap.mySteps.includes('submit');
  return (
    <Page
      title={swapTitle(swap)}
      sub={<Standing swap={swap} />}
      actions={<SwapSteps swap={swap} onEdit={() => setEditing(true)} />}
    >
      <Banners swap={swap} />
      {isDraft && <DraftPanel key={swap.id} swap={swap} />}
      <SwapDiff swap={swap} />
      <ChecksPanel swap={swap} />
      <EvidencePanel swap={swap} />
      <Columns>
        <ImpactPanel swap={swap} />
        <Stack>
          <ApprovalsPanel swap={swap} />
          <Panel title="Plan">
            <Plan swap={swap} isWritten={isDraft} />
          </Panel>
        </Stack>
      </Columns>
      <CommentsPanel swap={swap} />
      <AuditPanel subject={swap.id} />
      {editing && <EditDialog swap={swap} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Standing({ swap }: { readonly swap: SwapDetail }) {
  return (
    <>
      <Tag tone={STATE_TONES[swap.state]}>{words(swap.state)}</Tag> <Materiality level={swap.tool.materiality} />{' '}
      {swap.failOver ? 'Fail-over' : words(swap.changeType)}, revision {swap.revision}, requested by{' '}
      {swap.requestedBy.displayName}
      {swap.expiresAt && (
        <>
          ; the approval ends <Moment at={swap.expiresAt} precise />
        </>
      )}
      {swap.reviewDueAt && (
        <>
          ; review due <Moment at={swap.reviewDueAt} precise />
        </>
      )}
    </>
  );
}

const none = (text: string) => <span className="muted">{text}</span>;

const writtenIn = (swap: SwapDetail) =>
  [
    ['Why', swap.justification || none('not said yet')],
    ['Way back', swap.rollbackPlan ?? none('not said yet')],
    ['Stop rules', swap.stopRules ?? none('none')],
    ['Fallback', swap.fallback?.name ?? none('none named')],
  ] as const;

/** What the requester writes stands in the draft above as long as it is one. */
function Plan({ swap, isWritten }: { readonly swap: SwapDetail; readonly isWritten: boolean }) {
  return (
    <Facts
      facts={[
        ...(isWritten ? [] : writtenIn(swap)),
        [
          'Flag',
          swap.flagId ? (
            <Link to="/flags" search={{ open: swap.flagId, state: 'ALL' }}>
              the finding behind it
            </Link>
          ) : (
            none('none')
          ),
        ],
        ['Implementer', swap.implementer?.displayName ?? none('not named yet')],
        [
          'Window',
          swap.windowFrom && swap.windowTo ? (
            <>
              <Moment at={swap.windowFrom} precise /> to <Moment at={swap.windowTo} precise />
            </>
          ) : (
            none('not scheduled')
          ),
        ],
        ['Rollout', swap.stage ? words(swap.stage) : none('not begun')],
        [
          'Tool',
          <Link key="t" to="/tools/$id" params={{ id: swap.tool.id }}>
            {swap.tool.name}
          </Link>,
        ],
        ['Created', <Day key="c" date={swap.createdAt.slice(0, 10)} />],
      ]}
    />
  );
}
