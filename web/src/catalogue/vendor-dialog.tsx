import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { FieldRow, Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { CodesInput } from '../components/typed-field.tsx';
import { useChange, type Version } from '../components/use-change.ts';

type Vendor = components['schemas']['VendorView'];

interface Fields {
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly parentVendor: string | null;
  readonly hubOrganisations: readonly string[];
}

const bodyOf = ({ parentVendor, hubOrganisations, ...rest }: Fields): components['schemas']['CreateVendorDto'] => ({
  ...rest,
  parentVendor: parentVendor ?? undefined,
  hubOrganisations: [...hubOrganisations],
});

const BLANK: Fields = { slug: '', name: '', country: '', parentVendor: null, hubOrganisations: [] };
const fieldsOf = ({ version, slug, name, country, parentVendor, hubOrganisations }: Vendor): Version<Fields> => ({
  version,
  fields: { slug, name, country, parentVendor, hubOrganisations },
});

/** Adds a vendor, or changes one and its list of organisations. */
export function VendorDialog({ vendor, onClose }: { readonly vendor?: Vendor; readonly onClose: () => void }) {
  const [original] = useState(() => (vendor ? fieldsOf(vendor) : { version: 0, fields: BLANK }));
  const [fields, setFields] = useState(original.fields);
  const set = (part: Partial<Fields>): void => setFields((old) => ({ ...old, ...part }));
  const path = { slug: original.fields.slug };
  const submission = useChange({
    original,
    load: async () => fieldsOf(await unwrap(api.GET('/v1/vendors/{slug}', { params: { path } }))),
    send: (patch, version) =>
      vendor
        ? unwrap(api.PATCH('/v1/vendors/{slug}', { params: { path, header: ifMatch(version) }, body: patch }))
        : unwrap(api.POST('/v1/vendors', { body: bodyOf(fields) })),
    onDone: ({ name }) => {
      say(`${name} is ${vendor ? 'changed' : 'added'}.`);
      onClose();
    },
  });
  return (
    <Dialog title={vendor ? `Change ${vendor.name}` : 'Add a vendor'} open onClose={onClose}>
      <Form
        submission={submission}
        action={vendor ? 'Save' : 'Add'}
        onCancel={onClose}
        onSubmit={() => submission.submit(fields)}
      >
        <FieldRow>
          <TextInput
            label="Name"
            name="name"
            required
            value={fields.name}
            onChange={(name) => set({ name })}
            error={submission.errorOf('name')}
          />
          {!vendor && (
            <TextInput
              label="Short name"
              name="slug"
              required
              value={fields.slug}
              onChange={(slug) => set({ slug })}
              hint="Lower case, for example aisingapore; it never changes."
              error={submission.errorOf('slug')}
            />
          )}
        </FieldRow>
        <FieldRow>
          <TextInput
            label="Country of its headquarters"
            name="country"
            required
            value={fields.country}
            onChange={(country) => set({ country: country.toUpperCase() })}
            hint="Two letters, for example SG."
            error={submission.errorOf('country')}
          />
          <TextInput
            label="Belongs to"
            name="parentVendor"
            value={fields.parentVendor ?? ''}
            onChange={(parent) => set({ parentVendor: parent || null })}
            hint="Short name of another vendor, if any."
            error={submission.errorOf('parentVendor')}
          />
        </FieldRow>
        <CodesInput
          label="Organisations on the hub"
          name="hubOrganisations"
          value={fields.hubOrganisations}
          onChange={(hubOrganisations) => set({ hubOrganisations })}
          hint="The current one first, separated by commas."
          error={submission.errorOf('hubOrganisations')}
        />
      </Form>
    </Dialog>
  );
}
