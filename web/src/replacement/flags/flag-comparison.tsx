import { Link } from '@tanstack/react-router';
import { problemFrom } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { ChangeTable, type ChangeRow } from '../../catalogue/change-table.tsx';
import { useComparison } from '../../catalogue/use-comparison.ts';
import { Attributions } from '../../components/attributions.tsx';
import { ProblemNotice, Skeleton } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { gigabytes } from '../../components/words.ts';

type Flag = components['schemas']['FlagDetailView'];
type Input = components['schemas']['InputView'];

const FIELDS = [
  'generation',
  'releaseDate',
  'licenceId',
  'licenceClass',
  'totalParamsB',
  'activeParamsB',
  'contextTokens',
  'capabilities',
  'inputModalities',
  'languages',
  'pricePerMTokens',
];

/** The release in use and the candidate, value beside value, with the difference in words and where it was read. */
export function FlagComparison({ flag, candidateId }: { readonly flag: Flag; readonly candidateId: string }) {
  const { data, error } = useComparison([flag.inUseReleaseId, candidateId]);
  if (error)
    return (
      <Panel title="What would change">
        <ProblemNotice problem={problemFrom(error)} />
      </Panel>
    );
  if (!data)
    return (
      <Panel title="What would change" flush>
        <Skeleton rows={5} />
      </Panel>
    );
  const [before, after] = data.releases;
  const rows: ChangeRow[] = data.fields
    .filter(({ field, values }) => FIELDS.includes(field) && values.some((value) => value !== null))
    .map(({ field, values }) => ({ field, before: values[0], after: values[1], source: after?.sources[field] }));
  return (
    <Panel
      title="What would change"
      measure={
        <>
          seen from the release in use; source of the candidate’s value ·{' '}
          <Link to="/compare" search={{ ids: `${flag.inUseReleaseId},${candidateId}` }}>
            Compare every value
          </Link>
        </>
      }
      flush
    >
      <ChangeTable
        before={before?.displayName ?? 'In use'}
        after={after?.displayName ?? 'Candidate'}
        rows={rows}
        extra={memoryRow(flag)}
      />
      <Attributions words={data.attributions} />
    </Panel>
  );
}

const memories = (inputs: readonly Input[]): number[] =>
  inputs
    .filter((input) => input.name.startsWith('memory of '))
    .flatMap(({ value }) => (typeof value === 'number' ? [value] : []));

/** Memory as the tools would run it, in the pool of the model in use: not a fact of the release but of its place. */
function memoryRow(flag: Flag) {
  for (const row of flag.toolRows) {
    const term = row.score?.terms.find((each) => each.term === 'footprint');
    const gate = row.gates.find((each) => each.gate === 'FOOTPRINT');
    const [after, before] = memories(term?.inputs ?? []);
    if (after !== undefined && before !== undefined)
      return {
        label: 'Memory, as it would run',
        before: gigabytes(before),
        after: gigabytes(after),
        from: before,
        to: after,
        note: gate?.sentence ?? term?.sentence,
      };
  }
  return undefined;
}
