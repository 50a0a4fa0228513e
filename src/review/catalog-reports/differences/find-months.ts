import { languageTag } from '../../../text/is-locale.js';
/** The months of a text that stand beside a number, as a date has them, by their places in the year: each as it is written. */
export type FindMonths = (text: string, locale: string | undefined) => ReadonlyMap<string, string>;

/** Finds months that are written in words, in the language of each text; what a language is called is read once. */
export function createMonthFinder(): FindMonths {
  const known = new Map<string, MonthWords | undefined>();
  return (text, locale = 'en') => {
    if (!/\d/.test(text)) return new Map();
    if (!known.has(locale)) known.set(locale, readMonths(locale));
    const months = known.get(locale);
    if (months === undefined) return new Map();
    return new Map(
      [...text.matchAll(months.inDates)].map(([, behind, before]) => {
        const written = (behind ?? before) as string;
        return [`month ${String(months.places.get(written.toLowerCase()))}`, written];
      }),
    );
  };
}

interface MonthWords {
  readonly places: ReadonlyMap<string, number>;
  readonly inDates: RegExp;
}

/** `undefined` for a language that is not known here, or that writes its months as numbers. */
function readMonths(locale: string): MonthWords | undefined {
  const language = languageTag(locale);
  if (
    !/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,2}$/i.test(language) ||
    Intl.DateTimeFormat.supportedLocalesOf(language).length === 0
  )
    return undefined;
  const places = new Map<string, number>();
  // By itself a month may have another form than in a date: `marzec`, `31 marca`.
  for (const day of [undefined, 'numeric'] as const) {
    const format = new Intl.DateTimeFormat(language, { day, month: 'long', timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const parts = format.formatToParts(Date.UTC(2026, month, 15));
      const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
      if (/^\p{L}{3,}$/u.test(name)) places.set(name, month + 1);
    }
  }
  if (places.size === 0) return undefined;
  const names = [...places.keys()].join('|');
  const joins = String.raw`(?:st|nd|rd|th|º|ª)?[.,]?\s{1,2}(?:de\s|of\s|d[’'])?`;
  const inDates = new RegExp(String.raw`\d{1,4}${joins}(${names})(?!\p{L})|(?<!\p{L})(${names})\s{1,2}\d`, 'giu');
  return { places, inDates };
}
