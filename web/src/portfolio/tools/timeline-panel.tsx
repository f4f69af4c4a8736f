import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DateInput } from '../../components/date-input.tsx';
import { Moment } from '../../components/moment.tsx';
import { Empty } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryPart } from '../../components/query-page.tsx';
import { useUrlState } from '../../components/use-search.ts';
import { ServedTable } from './served-table.tsx';
import styles from './tool.module.css';

type Assignment = components['schemas']['AssignmentView'];

/** Which model served when, as bands; a day in the address says what was true then. */
export function TimelinePanel({ toolId }: { readonly toolId: string }) {
  const query = useQuery({
    queryKey: ['timeline', toolId],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/tools/{id}/timeline', { params: { path: { id: toolId } }, signal })),
  });
  return (
    <Panel title="In time" measure="each band is one assignment">
      <QueryPart query={query}>
        {({ items }) =>
          items.length === 0 ? <Empty title="No model has ever served it" /> : <Timeline assignments={items} />
        }
      </QueryPart>
    </Panel>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);
const startOf = ({ validFrom }: Assignment): number => Date.parse(validFrom);

function Timeline({ assignments }: { readonly assignments: readonly Assignment[] }) {
  const [search, change] = useUrlState();
  const asOf = search.asOf ?? today();
  const [now] = useState(Date.now);
  const from = Math.min(...assignments.map(startOf));
  const to = Math.max(now, from + 1);
  const at = Date.parse(`${asOf}T23:59:59Z`);
  const models = [...new Set(assignments.map((each) => each.model.name))];
  return (
    <div className={styles.timeline}>
      <div className={styles.controls}>
        <DateInput
          label="As of"
          name="asOf"
          value={asOf}
          onChange={(day) => change('asOf', day === today() ? undefined : day || undefined)}
        />
        <Answer assignments={assignments} at={at} />
      </div>
      {models.map((model) => (
        <div key={model} className={styles.lane}>
          <span>{model}</span>
          <svg
            className={styles.band}
            viewBox="0 0 100 22"
            preserveAspectRatio="none"
            role="img"
            aria-label={spoken(assignments, model)}
          >
            <rect className={styles.track} width={100} height={14} y={4} />
            {assignments
              .filter((each) => each.model.name === model)
              .map((each) => (
                <Band key={each.id} assignment={each} from={from} to={to} />
              ))}
            {at >= from && at <= to && (
              <line className={styles.asOf} x1={position(at, from, to)} x2={position(at, from, to)} y1={0} y2={22} />
            )}
          </svg>
        </div>
      ))}
      <div className={styles.scale}>
        <Moment at={new Date(from).toISOString()} />
        <span>blue: model in use, grey: fallback</span>
        <span>today</span>
      </div>
      <ServedTable assignments={search.asOf ? assignments.filter((each) => served(each, at)) : assignments} />
    </div>
  );
}

const served = (each: Assignment, at: number): boolean =>
  startOf(each) <= at && (each.validTo === null || Date.parse(each.validTo) > at);

const position = (at: number, from: number, to: number): number => ((at - from) / (to - from)) * 100;

function Band({
  assignment,
  from,
  to,
}: {
  readonly assignment: Assignment;
  readonly from: number;
  readonly to: number;
}) {
  const start = position(startOf(assignment), from, to);
  const end = assignment.validTo ? position(Date.parse(assignment.validTo), from, to) : 100;
  return (
    <rect
      className={assignment.purpose === 'PRIMARY' ? styles.primary : styles.fallbackBand}
      x={start}
      y={4}
      width={Math.max(end - start, 0.4)}
      height={14}
      rx={0.4}
    />
  );
}

const day = (moment: string): string => moment.slice(0, 10);

const spoken = (assignments: readonly Assignment[], model: string): string =>
  assignments
    .filter((each) => each.model.name === model)
    .map(
      (each) =>
        `${model} as ${each.purpose === 'PRIMARY' ? 'model in use' : 'fallback'} from ${day(each.validFrom)} ${each.validTo ? `to ${day(each.validTo)}` : 'until today'}`,
    )
    .join('; ');

function Answer({ assignments, at }: { readonly assignments: readonly Assignment[]; readonly at: number }) {
  const then = assignments.filter((each) => served(each, at));
  const primary = then.find(({ purpose }) => purpose === 'PRIMARY');
  const fallbacks = then.filter(({ purpose }) => purpose === 'FALLBACK').map(({ model }) => model.name);
  return (
    <p className={styles.answer} role="status">
      At the end of that day {primary ? <strong>{primary.model.name}</strong> : 'no model'} served it
      {fallbacks.length > 0 ? `, with ${fallbacks.join(' and ')} as fallback.` : ', without a fallback.'}
    </p>
  );
}
