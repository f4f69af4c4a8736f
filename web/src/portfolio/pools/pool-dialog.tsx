import { useState } from 'react';
import { api, ifMatch, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Dialog } from '../../components/dialog.tsx';
import { SelectInput, TextInput } from '../../components/field.tsx';
import { FieldRow, Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { HOSTINGS } from '../tools/vocabulary.ts';

type Pool = components['schemas']['PoolView'];
type Body = components['schemas']['CreatePoolDto'];

const blank = { name: '', gpuType: '', gpuCount: '8', memoryGbPerGpu: '80', hosting: 'IN_HOUSE', location: '' };

/** Adds a pool, or changes one. */
export function PoolDialog({ pool, onClose }: { readonly pool?: Pool; readonly onClose: () => void }) {
  const [values, setValues] = useState(
    pool ? { ...pool, gpuCount: String(pool.gpuCount), memoryGbPerGpu: String(pool.memoryGbPerGpu) } : blank,
  );
  const set =
    (name: keyof typeof blank) =>
    (value: string): void =>
      setValues((old) => ({ ...old, [name]: value }));
  const submission = useSubmit(
    (body: Body) =>
      pool
        ? unwrap(
            api.PATCH('/v1/gpu-pools/{id}', { params: { path: { id: pool.id }, header: ifMatch(pool.version) }, body }),
          )
        : unwrap(api.POST('/v1/gpu-pools', { body })),
    ({ name }) => {
      say(`The pool ${name} is ${pool ? 'changed' : 'added'}.`);
      onClose();
    },
  );
  const { name, gpuType, location, hosting } = values;
  const send = (): void =>
    submission.submit({
      name,
      gpuType,
      location,
      hosting: hosting as Body['hosting'],
      gpuCount: Number(values.gpuCount),
      memoryGbPerGpu: Number(values.memoryGbPerGpu),
    });
  return (
    <Dialog title={pool ? `Change ${pool.name}` : 'Add a GPU pool'} open onClose={onClose}>
      <Form submission={submission} action={pool ? 'Save' : 'Add'} onCancel={onClose} onSubmit={send}>
        <TextInput
          label="Name"
          name="name"
          required
          value={name}
          onChange={set('name')}
          error={submission.errorOf('name')}
        />
        <TextInput
          label="GPU type"
          name="gpuType"
          required
          value={gpuType}
          onChange={set('gpuType')}
          hint="For example NVIDIA H100."
          error={submission.errorOf('gpuType')}
        />
        <FieldRow>
          <TextInput
            label="GPUs"
            name="gpuCount"
            type="number"
            required
            value={values.gpuCount}
            onChange={set('gpuCount')}
            error={submission.errorOf('gpuCount')}
          />
          <TextInput
            label="Memory of each, GB"
            name="memoryGbPerGpu"
            type="number"
            required
            value={values.memoryGbPerGpu}
            onChange={set('memoryGbPerGpu')}
            error={submission.errorOf('memoryGbPerGpu')}
          />
        </FieldRow>
        <FieldRow>
          <SelectInput
            label="Hosting"
            name="hosting"
            required
            value={hosting}
            onChange={set('hosting')}
            options={HOSTINGS}
            error={submission.errorOf('hosting')}
          />
          <TextInput
            label="Location"
            name="location"
            required
            value={location}
            onChange={set('location')}
            error={submission.errorOf('location')}
          />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
