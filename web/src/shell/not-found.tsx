import { Link } from '@tanstack/react-router';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';

export function NotFound() {
  return (
    <Page title="There is no such page">
      <Empty title="The address leads nowhere">
        It may have been mistyped. <Link to="/">Go to the dashboard</Link>.
      </Empty>
    </Page>
  );
}
