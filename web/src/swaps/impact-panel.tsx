import type { ReactNode } from 'react';
import { Facts } from '../components/facts.tsx';
import { Gate } from '../components/gate.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { count, gigabytes, words } from '../components/words.ts';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

type Assessment = NonNullable<SwapDetail['assessment']>;

const VERDICTS = { ELIGIBLE: 'good', NEEDS_INFORMATION: 'warn', INELIGIBLE: 'bad' } as const;

/** What the swap does to the tool, the pool and the portfolio. */
export function ImpactPanel({ swap }: { readonly swap: SwapDetail }) {
  const { assessment } = swap;
  if (!assessment)
    return (
      <Panel title="Impact" flush>
        <Empty title="Not assessed yet" />
      </Panel>
    );
  return (
    <Panel
      title="Impact"
      measure={
        <>
          assessed <Moment at={assessment.at} precise /> under policy {assessment.policyVersion}
        </>
      }
    >
      <ul className={styles.gates}>
        {assessment.gates
          .filter(({ answer }) => answer !== 'PASS')
          .map((gate) => (
            <li key={gate.gate}>
              <Gate result={gate.answer} sentence={gate.sentence} /> {words(gate.gate)}: {gate.sentence}
            </li>
          ))}
      </ul>
      <Facts facts={factsOf(assessment)} />
    </Panel>
  );
}

function factsOf({
  eligibility,
  deltaQ,
  score,
  licence,
  footprint,
  whatIf,
}: Assessment): Parameters<typeof Facts>[0]['facts'] {
  return [
    [
      'Verdict',
      <Tag key="v" tone={VERDICTS[eligibility]}>
        {words(eligibility)}
      </Tag>,
    ],
    [
      'Quality',
      deltaQ === null ? (
        <span className="muted">not known for both</span>
      ) : (
        `${deltaQ > 0 ? '+' : ''}${deltaQ.toFixed(1)} points`
      ),
    ],
    [
      'Score',
      score?.score == null ? <span className="muted">none: too little is known</span> : score.score.toFixed(2),
      score && `coverage ${score.coverage.toFixed(2)}`,
    ],
    [
      'Licence',
      licence.gained.length + licence.lost.length === 0 ? (
        'no duty comes or goes'
      ) : (
        <ul key="l">
          {licence.gained.map((each) => (
            <li key={each}>+ {each}</li>
          ))}
          {licence.lost.map((each) => (
            <li key={each}>− {each}</li>
          ))}
        </ul>
      ),
    ],
    ['Memory', `${gigabytes(footprint.needGb)} in ${footprint.poolName ?? 'no pool'}`, fits(footprint)],
    ['Vendor HHI', `${count(Math.round(whatIf.vendorHhiBefore))} → ${count(Math.round(whatIf.vendorHhiAfter))}`],
    ['Models in use', `${whatIf.modelsBefore} → ${whatIf.modelsAfter}, target ${whatIf.portfolioSizeTarget}`],
  ];
}

function fits({ fitsBeside, fitsAfter, unknownModels }: Assessment['footprint']): ReactNode {
  if (fitsBeside)
    return (
      <>
        <Tag tone="good">Fits</Tag> beside everything that runs there
      </>
    );
  if (fitsAfter) return 'fits once the model in use is taken down';
  if (unknownModels.length > 0) return `not known: ${unknownModels.join(', ')}`;
  return fitsAfter === false ? <Tag tone="bad">Does not fit</Tag> : 'not known';
}
