import { Fragment } from 'react';
import styles from './attributions.module.css';
import { SafeLink } from './field-words.tsx';

const ADDRESS = /(https:\/\/[^\s()]+)/;

/** The words that sources ask to stand beside their figures. */
export function Attributions({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className={styles.attributions}>
      With figures of{' '}
      {words.map((each, index) => (
        <Fragment key={each}>
          {index > 0 && '; '}
          {each.split(ADDRESS).map((part, at) => (at % 2 === 1 ? <SafeLink key={part} href={part} /> : part))}
        </Fragment>
      ))}
      .
    </p>
  );
}
