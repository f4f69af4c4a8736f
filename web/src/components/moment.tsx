/** The console speaks one English; only the time zone is the reader's. */
const LANGUAGE = 'en-GB';
const day = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat(LANGUAGE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment in the reader's own time; UTC on hover. */
export function Moment({ at, precise = false }: { readonly at: string; readonly precise?: boolean }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={date.toISOString().replace('T', ' ').slice(0, 16) + ' UTC'}>
      {(precise ? minute : day).format(date)}
    </time>
  );
}

/** A calendar day, which has no time zone. */
export function Day({ date }: { readonly date: string }) {
  const [y = 1970, m = 1, d = 1] = date.split('-').map(Number);
  return <time dateTime={date}>{day.format(new Date(y, m - 1, d))}</time>;
}
