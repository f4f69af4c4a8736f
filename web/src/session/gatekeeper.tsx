import { problemFrom } from '../api/client.ts';
import { ProblemNotice } from '../components/notice.tsx';
import { Shell } from '../shell/shell.tsx';
import { SignIn } from './sign-in.tsx';
import { useMe } from './use-me.ts';
import { useSignIn } from './use-sign-in.ts';

/** The console for whoever is signed in; the door for everybody else. */
export function Gatekeeper() {
  const { data, error, refetch } = useMe();
  const { data: signIn } = useSignIn();
  if (data) return <Shell />;
  if (!error) return null;
  const problem = problemFrom(error);
  if (problem.status === 401) return signIn ? <SignIn mode={signIn.mode} /> : null;
  return (
    <main>
      <ProblemNotice problem={problem} retry={() => void refetch()} />
    </main>
  );
}
