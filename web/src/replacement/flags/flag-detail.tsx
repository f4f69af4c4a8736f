import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, problemFrom, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Button } from '../../components/button.tsx';
import { Day, Moment, withDays } from '../../components/moment.tsx';
import { ProblemNotice, Skeleton } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Severity } from '../../components/severity.tsx';
import { words } from '../../components/words.ts';
import { useCan } from '../../session/use-me.ts';
import { FROM, type Decision } from './decisions.ts';
import { FlagComparison } from './flag-comparison.tsx';
import { FlagHistory } from './flag-history.tsx';
import { FlagJudgement } from './flag-judgement.tsx';
import { FlagTools } from './flag-tools.tsx';
import { InputList } from './input-list.tsx';
import styles from './flags.module.css';

type Flag = components['schemas']['FlagDetailView'];

export const useFlag = (id: string) =>
  useQuery({
    queryKey: ['flag', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/flags/{id}', { params: { path: { id } }, signal })),
  });

interface Props {
  readonly id: string;
  readonly decide: (decision: Decision) => void;
  readonly onSwap: () => void;
  readonly onBack: () => void;
}

/** Why it was raised and what it means for each tool. */
export function FlagDetail({ id, decide, onSwap, onBack }: Props) {
  const { data: flag, error, refetch } = useFlag(id);
  if (error) return <ProblemNotice problem={problemFrom(error)} retry={() => void refetch()} />;
  if (!flag) return <Skeleton />;
  return (
    <article className={styles.article}>
      <div className={styles.back}>
        <Button tone="quiet" onPress={onBack}>
          ← All flags
        </Button>
      </div>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{withDays(flag.title)}</h2>
          <Summary flag={flag} />
        </div>
        <Actions flag={flag} decide={decide} onSwap={onSwap} />
      </header>
      <Reasons flag={flag} />
      {flag.candidate && <FlagComparison flag={flag} candidateId={flag.candidate.releaseId} />}
      <FlagTools rows={flag.toolRows} />
      <FlagJudgement rows={flag.toolRows} attributions={flag.attributions} />
      {flag.rankedCandidates.length > 0 && <Ranked flag={flag} />}
      <FlagHistory history={flag.history} />
    </article>
  );
}

function Summary({ flag }: { readonly flag: Flag }) {
  return (
    <p className={styles.summary}>
      <Severity severity={flag.severity} />
      <span>{words(flag.confidence)} confidence</span>
      <span>{words(flag.state)}</span>
      <span>
        in use:{' '}
        <Link to="/models/$id" params={{ id: flag.model.id }}>
          {flag.model.name}
        </Link>
      </span>
      {flag.candidate && (
        <span>
          candidate:{' '}
          <Link to="/catalogue/$id" params={{ id: flag.candidate.releaseId }}>
            {flag.candidate.displayName}
          </Link>
        </span>
      )}
      <span>
        raised <Moment at={flag.raisedAt} />, judged under policy {flag.policyVersion}
      </span>
      {flag.notBefore && (
        <span>
          opens by itself on <Day date={flag.notBefore.slice(0, 10)} />
        </span>
      )}
      {flag.supersededBy && <span>superseded by {flag.supersededBy.displayName}</span>}
    </p>
  );
}

function Actions({ flag, decide, onSwap }: { readonly flag: Flag } & Pick<Props, 'decide' | 'onSwap'>) {
  const canDecide = useCan('flag.triage');
  const canSwap = useCan('swap.request');
  const mine = flag.toolRows.filter((row) => row.mine);
  const isDecided = mine.some(({ analysisState }) => FROM.OPEN.includes(analysisState));
  if (!canDecide) return <p className={styles.why}>Owners of the tools decide on flags; you may read them.</p>;
  if (mine.length === 0)
    return <p className={styles.why}>None of these tools is yours, so there is nothing for you to decide.</p>;
  return (
    <div className={styles.actions}>
      <Button shortcut="t" onPress={() => decide('IN_TRIAGE')}>
        Triage
      </Button>
      <Button shortcut="d" onPress={() => decide('DISMISSED')}>
        Dismiss
      </Button>
      <Button shortcut="o" onPress={() => decide('SNOOZED')}>
        Snooze
      </Button>
      {isDecided && <Button onPress={() => decide('OPEN')}>Open again</Button>}
      {canSwap && flag.candidate && (
        <Button tone="primary" shortcut="s" onPress={onSwap}>
          Request swap
        </Button>
      )}
    </div>
  );
}

function Reasons({ flag }: { readonly flag: Flag }) {
  const sentences = new Map(
    flag.toolRows.flatMap((row) => row.reasons.map((each) => [each.reason + each.sentence, each] as const)),
  );
  if (sentences.size === 0) return null;
  return (
    <Panel title="Why it was raised" measure="the rules that hold; open one for its inputs">
      <ul className={styles.reasons}>
        {[...sentences].map(([key, reason]) => (
          <li key={key}>
            <details>
              <summary className={styles.reason}>
                <span>
                  <strong>{words(reason.reason)}</strong> {withDays(reason.sentence)}
                </span>
              </summary>
              <InputList inputs={reason.inputs} />
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Ranked({ flag }: { readonly flag: Flag }) {
  return (
    <Panel title="What could take its place" measure="best first; the tools’ gates decide">
      <ol className={styles.ranked}>
        {flag.rankedCandidates.map((release) => (
          <li key={release.releaseId}>
            <Link to="/catalogue/$id" params={{ id: release.releaseId }}>
              {release.displayName}
            </Link>{' '}
            <span className="mono muted">{release.key}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
