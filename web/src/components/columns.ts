export interface Hideable {
  readonly id: string;
  readonly header: string;
  /** Shown only to those who ask for it. */
  readonly rare?: boolean;
}

const NONE = 'none';
const idsOf = (columns: readonly Hideable[]): readonly string[] => columns.map(({ id }) => id);
const rare = (columns: readonly Hideable[]): readonly string[] => idsOf(columns.filter((each) => each.rare));

/** The columns that `?hide=` takes away; without it those that few people need. */
export const hiddenOf = (columns: readonly Hideable[], hide: string | undefined): readonly string[] =>
  hide === undefined ? rare(columns) : hide.split(',');

/** What `?hide=` says when these columns are hidden; nothing where that goes without saying. */
export function hideOf(columns: readonly Hideable[], hidden: readonly Hideable[]): string | undefined {
  const said = idsOf(hidden).join(',');
  return said === rare(columns).join(',') ? undefined : said || NONE;
}
