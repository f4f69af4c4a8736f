import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Combo } from '../../components/combo.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectInput, TextInput } from '../../components/field.tsx';
import { FieldRow, Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { optionsOf } from '../../components/words.ts';
import { useMe } from '../../session/use-me.ts';
import { poolChoices } from '../../api/choices.ts';
import { DATA_CLASSES, HOSTINGS, QUANTISATIONS } from '../tools/vocabulary.ts';

type Body = components['schemas']['CreateModelDto'];

interface Props {
  readonly release: { readonly id: string; readonly displayName: string; readonly key: string };
  readonly onClose: () => void;
}

/** From a release of the catalogue to a model of the portfolio, proposed and waiting for approval. */
export function RegisterDialog({ release, onClose }: Props) {
  const { data: me } = useMe();
  const navigate = useNavigate();
  const [name, setName] = useState(release.displayName);
  const [team, setTeam] = useState(me?.teams[0] ?? '');
  const [hosting, setHosting] = useState('IN_HOUSE');
  const [pool, setPool] = useState<string | null>(null);
  const [quantisation, setQuantisation] = useState<string | null>(null);
  const [dataClass, setDataClass] = useState('INTERNAL');
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/models', { body })),
    ({ id, name: registered }) => {
      say(`${registered} is registered and waits for approval.`);
      void navigate({ to: '/models/$id', params: { id } });
    },
  );
  const send = (): void =>
    submission.submit({
      name,
      releaseId: release.id,
      ownerTeam: team,
      hosting: hosting as Body['hosting'],
      gpuPoolId: pool ?? undefined,
      quantisation: (quantisation as Body['quantisation']) ?? undefined,
      maxDataClass: dataClass as Body['maxDataClass'],
    });
  return (
    <Dialog title={`Register ${release.displayName} as a model`} open onClose={onClose}>
      <Form submission={submission} action="Register" onCancel={onClose} onSubmit={send}>
        <p className="muted mono">{release.key}</p>
        <TextInput
          label="Name"
          name="name"
          required
          value={name}
          onChange={setName}
          hint="As tools will see it, for example with the pool it runs in."
          error={submission.errorOf('name')}
        />
        <TextInput
          label="Owner team"
          name="ownerTeam"
          required
          value={team}
          onChange={setTeam}
          error={submission.errorOf('ownerTeam')}
        />
        <FieldRow>
          <SelectInput
            label="Hosting"
            name="hosting"
            required
            value={hosting}
            onChange={setHosting}
            options={HOSTINGS}
            error={submission.errorOf('hosting')}
          />
          <SelectInput
            label="Highest data class"
            name="maxDataClass"
            required
            value={dataClass}
            onChange={setDataClass}
            options={optionsOf(...DATA_CLASSES)}
            error={submission.errorOf('maxDataClass')}
          />
        </FieldRow>
        <FieldRow>
          <Combo
            label="GPU pool"
            name="gpuPoolId"
            value={pool}
            onChange={setPool}
            source="pools"
            load={poolChoices}
            error={submission.errorOf('gpuPoolId')}
            hint="Where it will run, if known."
          />
          <SelectInput
            label="Quantisation"
            name="quantisation"
            value={quantisation}
            onChange={setQuantisation}
            options={QUANTISATIONS}
            error={submission.errorOf('quantisation')}
            hint="Native precision if left open."
          />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
