import { FORMULAS } from '../../../src/lock-in/domain/wording.ts';
import { Facts } from '../components/facts.tsx';
import { Panel } from '../components/panel.tsx';

/** Every formula of the report as the printed one has it, so that anybody can compute it again. */
export function FormulaPanel() {
  return (
    <Panel title="How it is computed" measure="with the limits of the policy version above">
      <Facts facts={FORMULAS} />
    </Panel>
  );
}
