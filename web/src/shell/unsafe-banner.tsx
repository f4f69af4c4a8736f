import { Shape } from '../components/shape.tsx';
import { useSignIn } from '../session/use-sign-in.ts';
import styles from './shell.module.css';

/** Says on every page that anybody who reaches the server may be anybody. */
export function UnsafeBanner() {
  const { data } = useSignIn();
  if (!data?.unsafe) return null;
  return (
    <p className={styles.unsafe} role="note">
      <Shape name="triangle" /> Built-in accounts without passwords are open to every machine that reaches this server.
      For trials only.
    </p>
  );
}
