import type { components } from '../../api/schema.d.ts';
import { SourceNote, fieldLabel } from '../../components/field-words.tsx';
import { count } from '../../components/words.ts';
import styles from './flags.module.css';

type Input = components['schemas']['InputView'];

const NUMBER_DIGITS = 1;

function valueOf({ value, unit }: Input): string {
  if (value === null) return 'unknown';
  if (typeof value === 'number') return `${count(Number(value.toFixed(NUMBER_DIGITS)))}${unit ? ` ${unit}` : ''}`;
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}

/** What a gate, a reason or a term was computed from. */
export function InputList({ inputs }: { readonly inputs: readonly Input[] }) {
  if (inputs.length === 0) return <p className={styles.noInputs}>No inputs are known.</p>;
  return (
    <dl className={styles.inputs}>
      {inputs.map((input, index) => (
        <div key={`${input.name}${index}`}>
          <dt>{/^[a-z]+[A-Z]/.test(input.name) || !input.name.includes(' ') ? fieldLabel(input.name) : input.name}</dt>
          <dd>{valueOf(input)}</dd>
          <dd>{input.source && <SourceNote source={input.source} />}</dd>
        </div>
      ))}
    </dl>
  );
}
