import { problemFrom } from '../api/client.ts';
import { ProblemNotice } from '../components/notice.tsx';
import { Shell } from '../shell/shell.tsx';
import { SignIn } from './sign-in.tsx';
import { useMe } from './use-me.ts';

/** The console for whoever is signed in; the door for everybody else. */
export function Gatekeeper() {
  const { data, error, refetch } = useMe();
  if (data) return <Shell />;
  if (!error) return null;
  const problem = problemFrom(error);
  if (problem.status === 401) return <SignIn mode="local" />;
  return <ProblemNotice problem={problem} retry={() => void refetch()} />;
}
