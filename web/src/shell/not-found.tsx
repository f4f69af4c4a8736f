import { Link } from '@tanstack/react-router';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';

export function NotFound() {
  return (
    <Page title="There is no such page">
      <Panel flush>
        <Empty title="The address leads nowhere">
          It may have been mistyped. <Link to="/">Go to the dashboard</Link>, or press Ctrl K to go to anything by its
          name.
        </Empty>
      </Panel>
    </Page>
  );
}
