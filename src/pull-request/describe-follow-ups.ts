import type { LeftLanguages } from '../review/find-left-languages.js';
import { describePlaces, type PlacesOfOldWords } from '../review/find-places-of-old-words.js';
import { toInlineCode, toPlainMarkdown } from '../text/plain-markdown.js';
import { pluralize } from '../text/pluralize.js';

/** Texts that are named up to this number. */
const mostNamed = 10;

/** Tests that fail once the change is merged, docs that tell of what was, and code that a machine makes anew only when it is run, for the engineer who sees to both. */
export function describePlacesOfOldWords(found: readonly PlacesOfOldWords[]): readonly string[] {
  return [
    ...listPlaces(found, 'tests', '**Tests that read the old words**, and fail until they have the new ones:'),
    ...listPlaces(found, 'docs', '**Docs that say the old words still:**'),
    ...listPlaces(found, 'machine', '**Made by a machine of these texts**, with the old words until it is made anew:'),
  ];
}

function listPlaces(found: readonly PlacesOfOldWords[], by: PlacesOfOldWords['by'], head: string): readonly string[] {
  const own = found.filter((each) => each.by === by);
  if (own.length === 0) return [];
  const lines = own
    .slice(0, mostNamed)
    .map((each) => `- “${toPlainMarkdown(each.words, 200)}”: ${describePlaces(each, toInlineCode)}`);
  const rest = own.length - lines.length;
  const more = rest > 0 ? [`- … and ${rest} more of the old texts`] : [];
  return [`${head}\n\n${[...lines, ...more].join('\n')}`];
}

/** The languages left behind, with the platform that writes them, where anything tells of one. */
export interface LeftLanguagesFacts extends Pick<LeftLanguages, 'unchanged' | 'without'> {
  readonly platform: string | undefined;
}

/** Languages that are named. */
const mostLanguages = 80;

/** The languages that the change leaves as they were, and who writes them, so that nobody merges in the belief that all say the same. */
export function describeLeftLanguages({ unchanged, without, platform }: LeftLanguagesFacts): readonly string[] {
  const sentence = (languages: readonly string[], one: string, many: string): readonly string[] => {
    if (languages.length === 0) return [];
    const rest = languages.length - mostLanguages;
    const named = languages.slice(0, mostLanguages).map(toInlineCode).join(', ');
    return [`${pluralize(languages.length, one, many)}: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`];
  };
  const said = [
    ...sentence(unchanged, 'language still says what it said before', 'languages still say what they said before'),
    ...sentence(without, 'language does not have all of the texts', 'languages do not have all of the texts'),
  ];
  if (said.length === 0) return [];
  const who = platform === undefined ? [] : [`They are written on ${toPlainMarkdown(platform, 60)}.`];
  return [`**Still to be translated:** ${[...said, ...who].join(' ')}`];
}
