import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemFrom } from '../api/client.ts';
import { errorsByField } from './error-words.ts';
import type { Problem } from './notice.tsx';

export interface Submission<Input> {
  readonly submit: (input: Input) => void;
  readonly pending: boolean;
  readonly problem?: Problem;
  /** What the server says about the field of this name, found by its JSON pointer. */
  readonly errorOf: (name: string) => string | undefined;
  readonly reset: () => void;
}

/** Sends a change; afterwards everything that is shown is asked for again. */
export function useSubmit<Input, Output>(
  send: (input: Input) => Promise<Output>,
  onDone: (output: Output, input: Input) => void,
): Submission<Input> {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (output, input) => {
      void client.invalidateQueries();
      onDone(output, input);
    },
  });
  const problem = mutation.error ? problemFrom(mutation.error) : undefined;
  return {
    submit: (input) => mutation.mutate(input),
    pending: mutation.isPending,
    problem,
    errorOf: (name) =>
      problem &&
      errorsByField(problem).find(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`))?.text,
    reset: () => mutation.reset(),
  };
}
