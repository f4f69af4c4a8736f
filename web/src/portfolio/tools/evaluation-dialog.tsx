import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { ApiError, api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextInput } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';

type Body = components['schemas']['CreateEvaluationDto'];

const EXAMPLE = JSON.stringify(
  {
    goldenSetId: 'credit-memo-v3',
    championKey: 'google/gemma-3-27b-it',
    challengerKey: 'google/gemma-4-31B-it',
    metric: 'exact match',
    higherIsBetter: true,
    n: 240,
    championScore: 81.2,
    challengerScore: 84.6,
    halfWidth: 2.1,
    regressions: 4,
    championLatencyMs: 820,
    challengerLatencyMs: 760,
    ranAt: '2026-07-01T09:00:00Z',
  },
  null,
  2,
);

/** The text as the server will read it; a text that is not JSON never leaves the console. */
function parse(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch (error) {
    throw new ApiError({
      status: 422,
      code: 'broken-json',
      title: 'This is not JSON',
      detail: `This is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      errors: [{ pointer: '/run', code: 'broken-json', detail: 'cannot be read' }],
    });
  }
}

interface Props {
  readonly tool: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Takes a run as the command `modelfolio evaluate` or a pipeline writes it. */
export function EvaluationDialog({ tool, onClose }: Props) {
  const [text, setText] = useState('');
  const submission = useSubmit(
    async (run: string) =>
      unwrap(api.POST('/v1/tools/{id}/evaluations', { params: { path: { id: tool.id } }, body: parse(run) })),
    ({ challenger }) => {
      say(`The run of ${challenger.displayName} is recorded.`);
      onClose();
    },
  );
  const read = async (file: File | undefined): Promise<void> => {
    if (file) setText(await file.text());
  };
  return (
    <Dialog title={`Record a run of ${tool.name}`} open onClose={onClose}>
      <Form
        submission={submission}
        action="Record"
        disabled={!text.trim()}
        onCancel={onClose}
        onSubmit={() => submission.submit(text)}
      >
        <div>
          <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void read(files?.[0])}>
            <Button>Choose a JSON file</Button>
          </FileTrigger>{' '}
          <Button tone="quiet" onPress={() => setText(EXAMPLE)}>
            Begin from an example
          </Button>
        </div>
        <TextInput
          label="Run"
          name="run"
          required
          multiline
          value={text}
          onChange={setText}
          hint="One run as JSON: the golden set, both releases, the metric, the number of items and both scores in points."
          error={submission.errorOf('run')}
        />
      </Form>
    </Dialog>
  );
}
