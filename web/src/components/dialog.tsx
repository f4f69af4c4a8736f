import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question in front of the page; Escape closes it and focus returns to where it came from. */
export function Dialog({ title, open, onClose, children }: Props) {
  return (
    <ModalOverlay className={styles.overlay} isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable>
      <Modal className={styles.modal}>
        <AriaDialog className={styles.dialog}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
