import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, ifMatch, unwrap } from '../../api/client.ts';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryPage } from '../../components/query-page.tsx';
import { say } from '../../components/toast.tsx';
import { useChange } from '../../components/use-change.ts';
import { useCan } from '../../session/use-me.ts';
import { fieldsOf, loadTool, type Tool } from './tool-fields.ts';
import { ToolForm } from './tool-form.tsx';

/** Changes what is recorded of a tool. */
export function EditToolPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['tool', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/tools/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Change a tool" query={query}>
      {(tool) => <Edit tool={tool} />}
    </QueryPage>
  );
}

function Edit({ tool }: { readonly tool: Tool }) {
  const navigate = useNavigate();
  const mayWrite = useCan('tool.write');
  const back = (): void => void navigate({ to: '/tools/$id', params: { id: tool.id } });
  const original = fieldsOf(tool);
  const submission = useChange({
    original,
    load: () => loadTool(tool.id),
    send: (patch, version) =>
      unwrap(api.PATCH('/v1/tools/{id}', { params: { path: { id: tool.id }, header: ifMatch(version) }, body: patch })),
    onDone: ({ name }) => {
      say(`${name} is changed.`);
      back();
    },
  });
  return (
    <Page title={`Change ${tool.name}`} sub="Its gates, score and lock-in figures follow at once.">
      <Panel>
        <ToolForm
          initial={original.fields}
          ownerName={tool.owner.displayName}
          submission={submission}
          action="Save"
          onCancel={back}
          materialityOnly={!mayWrite}
        />
      </Panel>
    </Page>
  );
}
