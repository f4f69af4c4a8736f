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

/** `2026-07-31…` → `31 Jul 2026`, where only text can stand. */
export const dayWords = (date: string): string => {
  const [y = 1970, m = 1, d = 1] = date.slice(0, 'YYYY-MM-DD'.length).split('-').map(Number);
  return day.format(new Date(y, m - 1, d));
};

/** A moment in the reader's own time, where only text can stand. */
export const momentWords = (at: string): string => minute.format(new Date(at));

/** The days in a sentence of the server's, as people write them. */
export const withDays = (sentence: string): string => sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayWords);

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
  return <time dateTime={date}>{dayWords(date)}</time>;
}
