import { useQuery } from '@tanstack/react-query';
import { VENDOR_FILTER } from '../api/choices.ts';
import { api, unwrap } from '../api/client.ts';
import type { Filter } from '../components/filter-bar.tsx';
import { countryName, optionsOf } from '../components/words.ts';

const languages = new Intl.DisplayNames(['en'], { type: 'language' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What people in South-East Asia and their partners write; any other code works in the URL. */
const LANGUAGES = ['zh', 'en', 'id', 'ms', 'ta', 'th', 'vi', 'fil', 'hi', 'ja', 'ko', 'ar', 'de', 'es', 'fr'];
const QUARTERS = 8;
/** One card of 24 to 141 GB, and nodes of two to sixteen cards of 80 GB. */
const MEMORY_GB = [24, 48, 80, 141, 160, 320, 640, 1_280];

const byLabel = (a: { label: string }, b: { label: string }): number => a.label.localeCompare(b.label);

/** The last days of the quarters before this one: the newest first. */
function quarterEnds(now: Date): Filter['options'] {
  return Array.from({ length: QUARTERS }, (_, ago) => {
    const end = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 3 * ago, 0));
    return { id: end.toISOString().slice(0, 10), label: day.format(end) };
  });
}

/** Filters of the catalogue; the countries are those of the vendors that it knows. */
export function useReleaseFilters(): readonly Filter[] {
  const { data } = useQuery({
    queryKey: ['vendors', 'countries'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/vendors', { params: { query: { limit: 100 } }, signal })),
    staleTime: Infinity,
  });
  const known = [...new Set((data?.items ?? []).flatMap(({ country }) => country ?? []))];
  return [
    {
      name: 'kind',
      label: 'Kind',
      options: optionsOf('CHAT', 'BASE', 'EMBEDDING', 'RERANK', 'GUARD', 'OCR', 'SPEECH', 'IMAGE', 'TRANSLATION'),
    },
    {
      name: 'licenceClass',
      label: 'Licence',
      options: optionsOf(
        'OSI_PERMISSIVE',
        'PERMISSIVE_WITH_CONDITIONS',
        'COMMUNITY_RESTRICTED',
        'RESEARCH_ONLY',
        'PROPRIETARY',
        'UNKNOWN',
      ),
    },
    { name: 'capability', label: 'Capability', options: optionsOf('REASONING', 'TOOL_CALL', 'STRUCTURED_OUTPUT') },
    {
      name: 'country',
      label: 'Country',
      options: known.map((id) => ({ id, label: countryName(id) })).sort(byLabel),
    },
    {
      name: 'language',
      label: 'Language',
      options: LANGUAGES.map((id) => ({ id, label: languages.of(id) ?? id })).sort(byLabel),
    },
    { name: 'publishedAfter', label: 'Published after', options: quarterEnds(new Date()) },
    {
      name: 'maxNeedGb',
      label: 'Memory up to',
      options: MEMORY_GB.map((gb) => ({ id: String(gb), label: `${gb.toLocaleString('en')} GB` })),
    },
    {
      name: 'inPortfolio',
      label: 'Portfolio',
      options: [
        { id: 'true', label: 'Registered' },
        { id: 'false', label: 'Not registered' },
      ],
    },
    VENDOR_FILTER,
    // Comes from the page of a model.
    { name: 'family', label: 'Family', options: [] },
  ];
}
