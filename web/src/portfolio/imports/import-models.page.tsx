import { useNavigate } from '@tanstack/react-router';
import { ImportScreen } from './import-panel.tsx';

const COLUMNS = [
  'name *',
  'releaseKey *',
  'ownerTeam *',
  'hosting *',
  'maxDataClass *',
  'steward',
  'gpuPool',
  'quantisation',
  'endpointUrl',
  'weightsDigest',
  'mirrorLocation',
  'approvedScope',
  'jurisdictions',
];

/** Models of an older inventory, all at once. */
export function ImportModelsPage() {
  const navigate = useNavigate();
  return <ImportScreen noun="models" columns={COLUMNS} onDone={() => void navigate({ to: '/models' })} />;
}
