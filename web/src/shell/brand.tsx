import { Link } from '@tanstack/react-router';
import styles from './shell.module.css';

export function Brand() {
  return (
    <Link to="/" className={styles.brand}>
      <img src="/favicon.svg" width={20} height={20} alt="" />
      Modelfolio
    </Link>
  );
}
