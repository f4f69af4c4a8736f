import { useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useMe } from '../../session/use-me.ts';
import { BLANK, bodyOf, type ToolFields } from './tool-fields.ts';
import { ToolForm } from './tool-form.tsx';

/** A tool enters the portfolio; its model comes afterwards, on its page. */
export function NewToolPage() {
  const { data: me } = useMe();
  const navigate = useNavigate();
  const submission = useSubmit(
    (fields: ToolFields) => unwrap(api.POST('/v1/tools', { body: bodyOf(fields) })),
    ({ id, name }) => {
      say(`${name} is registered. Assign the model that serves it.`);
      void navigate({ to: '/tools/$id', params: { id } });
    },
  );
  return (
    <Page title="Register a tool" sub="An internal application that uses a model, with what it requires of any model.">
      <Panel>
        <ToolForm
          initial={{ ...BLANK, ownerTeam: me?.teams[0] ?? '' }}
          submission={submission}
          action="Register"
          onCancel={() => void navigate({ to: '/tools' })}
        />
      </Panel>
    </Page>
  );
}
