import { Empty } from '../components/notice.tsx';
import { Moment } from '../components/moment.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { words } from '../components/words.ts';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

/** Who has to agree and who did, for exactly this revision. */
export function ApprovalsPanel({ swap }: { readonly swap: SwapDetail }) {
  const needed = Object.entries(swap.needed)
    .filter(([, many]) => Boolean(many))
    .map(([who, many]) => (many === true ? words(who).toLowerCase() : `${many} ${words(who).toLowerCase()}`));
  return (
    <Panel title="Approvals" measure={needed.length > 0 ? `needs ${needed.join(' and ')}` : 'its checks decide'}>
      {swap.approvalsGiven.length === 0 ? (
        <Empty title="Nobody has approved yet" />
      ) : (
        <ul className={styles.lines}>
          {swap.approvalsGiven.map((approval) => (
            <li key={`${approval.approver.id}${approval.approvedAt}`}>
              <Tag tone={approval.voidedAt ? 'warn' : 'good'}>
                {approval.voidedAt ? 'Void' : words(approval.purpose)}
              </Tag>
              <span>
                <strong>{approval.approver.displayName}</strong> as {words(approval.asRole).toLowerCase()}, revision{' '}
                {approval.revision}
                {approval.throughToken && ', by token'}
                {approval.comment && <>: {approval.comment}</>}
                {approval.voidReason && <span className="muted"> ({approval.voidReason})</span>}
              </span>
              <Moment at={approval.approvedAt} precise />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
