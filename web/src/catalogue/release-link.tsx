import { Link } from '@tanstack/react-router';

interface Props {
  readonly release: { readonly releaseId: string; readonly displayName: string; readonly key?: string };
}

/** A release by its name, leading to its page. */
export function ReleaseLink({ release: { releaseId, displayName, key } }: Props) {
  return (
    <Link to="/catalogue/$id" params={{ id: releaseId }} title={key}>
      {displayName}
    </Link>
  );
}
