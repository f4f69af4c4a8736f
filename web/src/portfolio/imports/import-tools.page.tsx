import { useNavigate } from '@tanstack/react-router';
import { ImportScreen } from './import-panel.tsx';

const COLUMNS = [
  ...['name *', 'description', 'ownerTeam *', 'owner', 'businessUnit *', 'task *'],
  ...['impact *', 'complexity *', 'reliance *', 'dataClass *'],
  ...['minContextTokens', 'languages', 'capabilities', 'inputModalities'],
  ...['interface *', 'fineTuned *', 'embeddingsIndexed *', 'promptsVersioned *', 'rollbackRehearsedOn'],
  ...['goldenSet', 'goldenSetLastRunAt', 'requestsPerMonth', 'tokensPerMonth', 'concurrentTokens'],
  ...['effortPrompts', 'effortIntegration', 'effortEvaluation', 'effortFineTune', 'effortReindex', 'effortTraining'],
  ...['primaryModel', 'fallbackModels'],
];

/** Tools of an older inventory, all at once. */
export function ImportToolsPage() {
  const navigate = useNavigate();
  return <ImportScreen noun="tools" columns={COLUMNS} onDone={() => void navigate({ to: '/tools' })} />;
}
