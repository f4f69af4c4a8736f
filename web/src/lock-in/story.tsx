import type { components } from '../api/schema.d.ts';
import { percent } from '../components/words.ts';
import styles from './lock-in.module.css';
import { shareName } from './names.ts';

type Report = components['schemas']['LockInReportView'];
type Basis = Report['bases'][number];
type Dimension = Basis['dimensions'][number];

const STATUS: Record<Dimension['status'], string> = {
  NO_LIMIT: 'no limit is set',
  INSIDE: 'inside the limit',
  WARN: 'over the warning line',
  BREACH: 'over the limit',
};

const topLimit = (dimension: Dimension): number | null =>
  dimension.limits.find(({ figure }) => figure === 'TOP_SHARE')?.breach ?? null;

/** The report in sentences: what a manager would read out. */
export function Story({ report, basis }: { readonly report: Report; readonly basis: Basis }) {
  const vendor = basis.dimensions.find(({ dimension }) => dimension === 'VENDOR');
  const country = basis.dimensions.find(({ dimension }) => dimension === 'COUNTRY');
  const stuck = report.tools.filter(({ substitutability }) => substitutability === 'NOT_SUBSTITUTABLE').length;
  const open = report.tools.filter(({ substitutability }) => substitutability === 'UNDETERMINED').length;
  if (report.tools.length === 0) return <p className={styles.story}>No tool had a model on that day.</p>;
  return (
    <p className={styles.story}>
      {vendor && <Share dimension={vendor} verb="carries" />}{' '}
      {country && <Share dimension={country} verb="carry" prefix="Models from " />}{' '}
      <strong>{report.toolsWithoutFallback.length}</strong> of {report.tools.length} tools have no tested fallback.{' '}
      {stuck === 0 ? (
        'Every tool that could be judged could move to another registered model.'
      ) : (
        <>
          <strong>{stuck}</strong> could not move to any registered model of another vendor.
        </>
      )}{' '}
      {open > 0 && (
        <>
          For <strong>{open}</strong>, unknown facts stand in the way of an answer.
        </>
      )}
    </p>
  );
}

function Share({
  dimension,
  verb,
  prefix = '',
}: {
  readonly dimension: Dimension;
  readonly verb: string;
  readonly prefix?: string;
}) {
  const top = dimension.shares[0];
  if (!top) return null;
  const limit = topLimit(dimension);
  return (
    <>
      {prefix}
      <strong>
        {shareName(dimension.dimension, top)} {verb} {percent(top.share)}
      </strong>{' '}
      of the portfolio{limit === null ? '' : `; the limit is ${percent(limit)}, so that is ${STATUS[dimension.status]}`}
      .
    </>
  );
}
