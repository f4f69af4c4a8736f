import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Secret } from '../components/secret.tsx';

/** Shows a signing secret once. */
export function SecretDialog({
  title,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} open onClose={onClose}>
      <p>The receiver checks each message with this secret. Copy it now: it cannot be shown again.</p>
      <Secret value={secret} />
      <Button tone="primary" onPress={onClose}>
        I have copied it
      </Button>
    </Dialog>
  );
}
