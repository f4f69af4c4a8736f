import { useState } from 'react';
import { api, problemFrom, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { ProblemNotice, type Problem } from '../components/notice.tsx';
import styles from './sign-in.module.css';
import { useForget } from './use-me.ts';

type Account = components['schemas']['LocalSignInDto']['account'];

/** What each built-in account is for, in the words of the people who would hold it. */
const ACCOUNTS: readonly { readonly id: Account; readonly name: string; readonly does: string }[] = [
  {
    id: 'platform',
    name: 'Platform engineer',
    does: 'registers models, pools and feeds; schedules and implements swaps',
  },
  { id: 'tool-owner', name: 'Tool owner', does: 'triages flags for own tools, requests swaps, attaches evidence' },
  { id: 'manager', name: 'Manager', does: 'reads lock-in reports, approves swaps, proposes policy' },
  { id: 'manager-2', name: 'Second manager', does: 'the other pair of eyes' },
  { id: 'validator', name: 'Validator', does: 'validates models and swaps of high materiality, concludes licences' },
  { id: 'auditor', name: 'Auditor', does: 'reads everything, verifies the audit trail' },
  { id: 'admin', name: 'Administrator', does: 'people, tokens, webhooks, jobs' },
];

/** The built-in accounts of a trial, or the way to the enterprise's own sign-in. */
export function SignIn({ mode }: { readonly mode: 'local' | 'oidc' }) {
  const [problem, setProblem] = useState<Problem>();
  const forget = useForget();
  const enter = async (account: Account): Promise<void> => {
    try {
      await unwrap(api.POST('/v1/local-session', { body: { account } }));
      forget();
    } catch (error) {
      setProblem(problemFrom(error));
    }
  };
  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="sign-in">
        <img src="/favicon.svg" width={32} height={32} alt="" />
        <h1 id="sign-in">Sign in to Modelfolio</h1>
        {mode === 'oidc' ? (
          <a className={styles.enter} href="/auth/login">
            Continue with your organisation’s sign-in
          </a>
        ) : (
          <>
            <p className={styles.hint}>This is a trial on this machine: choose whom to be.</p>
            <ul className={styles.accounts}>
              {ACCOUNTS.map((account) => (
                <li key={account.id}>
                  <Button onPress={() => void enter(account.id)}>{account.name}</Button>
                  <span>{account.does}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </section>
    </main>
  );
}
