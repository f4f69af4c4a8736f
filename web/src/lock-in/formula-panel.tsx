import { Facts } from '../components/facts.tsx';
import { Panel } from '../components/panel.tsx';

/** Every formula of the report, so that anybody can compute it again. */
export function FormulaPanel() {
  return (
    <Panel title="How it is computed" measure="with the limits of the policy version above">
      <Facts
        facts={[
          ['Weight of a tool', '1, 2 or 4 for low, medium or high materiality'],
          ['Share of a supplier', 'weights of the tools whose model in use is theirs ÷ all weights'],
          [
            'HHI',
            '10,000 × the sum of squared shares; 10,000 ÷ HHI is the effective number of equal suppliers; 10,000 ÷ n is the floor',
          ],
          [
            'Substitutability',
            'easily 1, medium 0.66, highly complex 0.33, not 0; undetermined tools are left out and their share is shown',
          ],
          [
            'Exit readiness',
            'fallback named 20, tested within 180 days 20, golden set run 20, gateway interface 15, prompts versioned 10, weights mirrored with digest 10, roll-back rehearsed 5',
          ],
          [
            'Concentration',
            '0.5 × vendor + 0.25 × root vendor + 0.25 × country, each 0.5 × share ÷ limit up to the limit L, then 0.5 + 0.5 × (share − L) ÷ (1 − L)',
          ],
          [
            'Lock-in index',
            '100 × (0.40 × concentration + 0.35 × (1 − substitutability) + 0.25 × (1 − exit readiness))',
          ],
        ]}
      />
    </Panel>
  );
}
