import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useCan } from '../../session/use-me.ts';
import type { Tool } from './tool-fields.ts';
import styles from './tool.module.css';

type Serving = Tool['fallbacks'][number];

/** The model in use and the fallbacks, each tested or not. */
export function ServingPanel({ tool }: { readonly tool: Tool }) {
  return (
    <Panel title="Served by" measure="a model in use changes by a swap request">
      <ul className={styles.serving}>
        <li>
          {tool.primary ? <Served serving={tool.primary} /> : <strong>No model serves it</strong>}
          <Tag tone={tool.primary ? 'good' : 'warn'}>{tool.primary ? 'Model in use' : 'Unserved'}</Tag>
        </li>
        {tool.fallbacks.map((serving) => (
          <Fallback key={serving.assignmentId} toolId={tool.id} serving={serving} />
        ))}
        {tool.fallbacks.length === 0 && (
          <li>
            <span className="muted">No fallback is named: if the model in use fails, the tool stops.</span>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function Served({ serving }: { readonly serving: Serving }) {
  return (
    <div>
      <Link to="/models/$id" params={{ id: serving.modelId }}>
        {serving.modelName}
      </Link>
      <div className={styles.note}>
        <span className="mono">{serving.releaseKey}</span>, since <Moment at={serving.since} />
      </div>
    </div>
  );
}

function Fallback({ toolId, serving }: { readonly toolId: string; readonly serving: Serving }) {
  const may = useCan('assignment.write');
  const path = { id: toolId, assignmentId: serving.assignmentId };
  const test = useSubmit(
    (_: undefined) =>
      unwrap(api.POST('/v1/tools/{id}/assignments/{assignmentId}/fallback-tests', { params: { path }, body: {} })),
    () => say(`The fallback ${serving.modelName} is recorded as tested today.`),
  );
  const end = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/tools/{id}/assignments/{assignmentId}/end', { params: { path } })),
    () => say(`${serving.modelName} is no longer a fallback.`),
  );
  const { problem } = test;
  return (
    <li>
      <Served serving={serving} />
      <div className={styles.fallback}>
        {serving.fallbackTestedAt ? (
          <Tag tone="good">
            Fallback, tested <Moment at={serving.fallbackTestedAt} />
          </Tag>
        ) : (
          <Tag tone="warn">Fallback, never tested</Tag>
        )}
        {may && (
          <>
            <Button tone="quiet" isPending={test.pending} onPress={() => test.submit(undefined)}>
              Record a test
            </Button>
            <Confirm
              action="End"
              label={`End ${serving.modelName} as a fallback`}
              question={`End ${serving.modelName} as a fallback?`}
              consequence="The tool loses it at once; if the model in use fails, this one does not take over."
              tone="quiet"
              submission={end}
              onConfirm={() => end.submit(undefined)}
            />
          </>
        )}
        {problem && (
          <span role="alert" className={styles.problem}>
            {problem.detail}
          </span>
        )}
      </div>
    </li>
  );
}
