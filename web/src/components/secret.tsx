import { Button } from './button.tsx';
import styles from './secret.module.css';
import { say } from './toast.tsx';

/** A secret that is shown once, with the way to copy it. */
export function Secret({ value }: { readonly value: string }) {
  return (
    <div className={styles.secret}>
      <code>{value}</code>
      <Button onPress={() => void navigator.clipboard.writeText(value).then(() => say('Copied.'))}>Copy</Button>
    </div>
  );
}
