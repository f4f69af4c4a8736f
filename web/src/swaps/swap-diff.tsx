import { ChangeTable } from '../catalogue/change-table.tsx';
import { Panel } from '../components/panel.tsx';
import type { SwapDetail } from './words.ts';

/** Before and after, the same table as on a flag. */
export function SwapDiff({ swap }: { readonly swap: SwapDetail }) {
  return (
    <Panel title="What would change" measure="difference seen from the model in use" flush>
      <ChangeTable
        before={swap.from?.model.name ?? 'no model'}
        after={swap.to.model?.name ?? swap.to.release.displayName}
        rows={swap.diff
          .filter(({ field }) => field !== 'releaseName')
          .map(({ field, from, to }) => ({ field, before: from, after: to }))}
        sourced={false}
      />
    </Panel>
  );
}
