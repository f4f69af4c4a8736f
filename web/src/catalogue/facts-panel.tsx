import { useState } from 'react';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { FieldValue, SourceNote, fieldLabel } from '../components/field-words.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { words } from '../components/words.ts';
import { RevertDialog } from './revert-dialog.tsx';

type Release = components['schemas']['ReleaseDetailView'];
type Fact = Release['facts'][number];
type Conflict = Release['conflicts'][number];

const CONFLICTS: readonly Column<Conflict>[] = [
  { id: 'field', header: 'Field', cell: ({ field }) => fieldLabel(field) },
  {
    id: 'values',
    header: 'What the sources say',
    cell: ({ field, values }) => (
      <ul>
        {values.map((each, index) => (
          <li key={index}>
            <FieldValue field={field} value={each.value} /> <span className="muted">{each.sources?.join(', ')}</span>
          </li>
        ))}
      </ul>
    ),
  },
];

/** Where sources contradict each other; nothing is hidden by precedence. */
export function ConflictsPanel({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Panel
      title={`Sources disagree on ${conflicts.length} ${conflicts.length === 1 ? 'field' : 'fields'}`}
      measure="the first value wins by precedence"
      flush
    >
      <DataTable label="Conflicts" columns={CONFLICTS} rows={conflicts} rowId={({ field }) => field} />
    </Panel>
  );
}

/** Every value that any source gave, the manual ones with their reason. */
export function FactsPanel({
  release,
  onCorrect,
}: {
  readonly release: Release;
  readonly onCorrect?: (field: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const [reverting, setReverting] = useState<Fact>();
  const columns: Column<Fact>[] = [
    { id: 'field', header: 'Field', cell: (fact) => fieldLabel(fact.field) },
    {
      id: 'value',
      header: 'Value',
      text: 'prose',
      cell: (fact) => <FieldValue field={fact.field} value={fact.value} />,
    },
    { id: 'source', header: 'Source', cell: (fact) => <SourceNote source={fact} /> },
    { id: 'status', header: 'Status', cell: (fact) => words(fact.status) },
    {
      id: 'wins',
      header: 'Shown',
      cell: (fact) =>
        fact.wins ? <Tag tone="good">Shown</Tag> : fact.revertedAt ? <span className="muted">reverted</span> : '',
    },
    { id: 'reason', header: 'Reason', text: 'prose', cell: (fact) => fact.reason ?? '' },
  ];
  if (onCorrect)
    columns.push({
      id: 'do',
      header: 'Correct',
      cell: (fact) =>
        fact.status === 'MANUAL' && !fact.revertedAt ? (
          <Button tone="quiet" aria-label={`Revert ${fieldLabel(fact.field)}`} onPress={() => setReverting(fact)}>
            Revert
          </Button>
        ) : (
          <Button
            tone="quiet"
            aria-label={`Correct ${fieldLabel(fact.field)} from ${fact.source}`}
            onPress={() => onCorrect(fact.field)}
          >
            Correct
          </Button>
        ),
    });
  return (
    <Panel title="All facts" measure={`${release.facts.length} values from every source`} flush={open}>
      {open ? (
        <DataTable label="Facts" columns={columns} rows={release.facts} rowId={(fact) => fact.id} />
      ) : (
        <Button onPress={() => setOpen(true)}>Show all {release.facts.length} facts</Button>
      )}
      {reverting && <RevertDialog releaseId={release.id} fact={reverting} onClose={() => setReverting(undefined)} />}
    </Panel>
  );
}
