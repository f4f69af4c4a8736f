import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Combo } from '../components/combo.tsx';
import { SelectInput } from '../components/field.tsx';
import { FieldRow, Form } from '../components/form.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPart } from '../components/query-page.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useUrlState } from '../components/use-search.ts';
import { FlagComparison } from '../replacement/flags/flag-comparison.tsx';
import { modelChoices, toolChoices } from '../api/choices.ts';
import { SwapFields, type SwapContent } from './swap-fields.tsx';

type Flag = components['schemas']['FlagDetailView'];
type Body = components['schemas']['OpenSwapDto'];

const EMPTY: SwapContent = {
  changeType: 'NORMAL',
  justification: '',
  rollbackPlan: null,
  stopRules: null,
  fallbackModelId: null,
};

/** From a flag, or from nothing, to a draft that is then checked and submitted. */
export function NewSwapPage() {
  const [search] = useUrlState();
  const query = useQuery({
    queryKey: ['flag', search.flag],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/flags/{id}', { params: { path: { id: search.flag ?? '' } }, signal })),
    enabled: search.flag !== undefined,
  });
  return (
    <Page title="Request a swap" sub="A draft first, kept on the server: its checks run before anybody else sees it.">
      {search.flag === undefined ? (
        <Panel title="The change">
          <SwapForm toolId={search.tool} />
        </Panel>
      ) : (
        <QueryPart query={query}>
          {(flag) => (
            <>
              <Panel title="The change" measure={flag.title}>
                <SwapForm flag={flag} toolId={search.tool} />
              </Panel>
              {flag.candidate && <FlagComparison flag={flag} candidateId={flag.candidate.releaseId} />}
            </>
          )}
        </QueryPart>
      )}
    </Page>
  );
}

function SwapForm({ flag, toolId: given }: { readonly flag?: Flag; readonly toolId?: string }) {
  const navigate = useNavigate();
  const mine = flag?.toolRows.filter((row) => row.mine) ?? [];
  const [toolId, setTool] = useState<string | null>(given ?? mine[0]?.toolId ?? flag?.toolRows[0]?.toolId ?? null);
  const [model, setModel] = useState<string | null>(null);
  const [fields, setFields] = useState(EMPTY);
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/swap-requests', { body })),
    ({ id }) => {
      say('The draft is kept on the server. Look at its checks, then submit it.');
      void navigate({ to: '/swap-requests/$id', params: { id } });
    },
  );
  const target = flag?.candidate
    ? { toReleaseKey: flag.candidate.key, flagId: flag.id }
    : { toModelId: model ?? undefined };
  const send = (): void =>
    submission.submit({
      toolId: toolId ?? '',
      ...target,
      changeType: fields.changeType as Body['changeType'],
      justification: fields.justification || undefined,
      rollbackPlan: fields.rollbackPlan ?? undefined,
      stopRules: fields.stopRules ?? undefined,
      fallbackModelId: fields.fallbackModelId ?? undefined,
    });
  const tools = (mine.length > 0 ? mine : (flag?.toolRows ?? [])).map((row) => ({
    id: row.toolId,
    label: row.toolName,
  }));
  return (
    <Form submission={submission} action="Save the draft" onSubmit={send}>
      <WhatMoves
        flag={flag}
        tools={tools}
        toolId={toolId}
        setTool={setTool}
        model={model}
        setModel={setModel}
        errorOf={submission.errorOf}
      />
      <SwapFields
        fields={fields}
        set={(part) => setFields((old) => ({ ...old, ...part }))}
        errorOf={submission.errorOf}
      />
    </Form>
  );
}

interface WhatMovesProps {
  readonly flag?: Flag;
  readonly tools: readonly { readonly id: string; readonly label: string }[];
  readonly toolId: string | null;
  readonly setTool: (id: string | null) => void;
  readonly model: string | null;
  readonly setModel: (id: string | null) => void;
  readonly errorOf: (name: string) => string | undefined;
}

/** The tool and where it goes; a flag knows both already. */
function WhatMoves({ flag, tools, toolId, setTool, model, setModel, errorOf }: WhatMovesProps) {
  return (
    <FieldRow>
      {flag ? (
        <SelectInput
          label="Tool"
          name="toolId"
          required
          value={toolId}
          onChange={setTool}
          options={tools}
          error={errorOf('toolId')}
        />
      ) : (
        <Combo
          label="Tool"
          name="toolId"
          required
          value={toolId}
          onChange={setTool}
          source="tools"
          load={toolChoices}
          error={errorOf('toolId')}
        />
      )}
      {flag?.candidate ? (
        <p>
          Moves to <strong>{flag.candidate.displayName}</strong>, now on {flag.model.name}.
        </p>
      ) : (
        <Combo
          label="Moves to"
          name="toModelId"
          required
          value={model}
          onChange={setModel}
          source="models"
          load={modelChoices}
          error={errorOf('toModelId')}
        />
      )}
    </FieldRow>
  );
}
