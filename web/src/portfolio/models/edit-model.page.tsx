import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ifMatch, unwrap } from '../../api/client.ts';
import { Form } from '../../components/form.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryPage } from '../../components/query-page.tsx';
import { say } from '../../components/toast.tsx';
import { useChange } from '../../components/use-change.ts';
import { useCan } from '../../session/use-me.ts';
import { fieldsOf, loadModel, type Model, type ModelFields } from './model-fields.ts';
import { IdentityFields, PlaceFields, ScopeFields, ValidationFields, WaiverFields } from './model-parts.tsx';

/** Changes what is recorded of a model; validation is for a validator, the rest for who runs it. */
export function EditModelPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['model', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/models/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Change a model" query={query}>
      {(model) => <Edit model={model} />}
    </QueryPage>
  );
}

function Edit({ model }: { readonly model: Model }) {
  const navigate = useNavigate();
  const mayWrite = useCan('model.write');
  const mayValidate = useCan('model.validate');
  const [original] = useState(() => fieldsOf(model));
  const [fields, setFields] = useState(original.fields);
  const back = (): void => void navigate({ to: '/models/$id', params: { id: model.id } });
  const submission = useChange({
    original,
    load: () => loadModel(model.id),
    send: (patch, version) =>
      unwrap(
        api.PATCH('/v1/models/{id}', { params: { path: { id: model.id }, header: ifMatch(version) }, body: patch }),
      ),
    onDone: ({ name }) => {
      say(`${name} is changed.`);
      back();
    },
  });
  const set = (part: Partial<ModelFields>): void => setFields((old) => ({ ...old, ...part }));
  const parts = { fields, set, errorOf: submission.errorOf };
  return (
    <Page
      title={`Change ${model.name}`}
      sub={
        <>
          A registered copy of <span className="mono">{model.release.key}</span>; another release is another model.
        </>
      }
    >
      <Panel>
        <Form submission={submission} action="Save" onCancel={back} onSubmit={() => submission.submit(fields)}>
          {mayWrite && (
            <>
              <IdentityFields {...parts} steward={model.steward.displayName} />
              <PlaceFields {...parts} pool={model.gpuPool?.name} />
              <ScopeFields {...parts} />
              <WaiverFields {...parts} />
            </>
          )}
          {mayValidate && <ValidationFields {...parts} />}
        </Form>
      </Panel>
    </Page>
  );
}
