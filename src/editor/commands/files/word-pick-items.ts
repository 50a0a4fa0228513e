import { l10n, QuickPickItemKind, ThemeIcon, type QuickInputButton, type QuickPickItem } from 'vscode';
import { isNamedByLanguage, locateCatalog } from '../../../catalogs/locate-catalog.js';
import type { WordsProgress } from '../../../presentation/reader/reader-calls.js';
import type { WordMatch, WordSearchResult } from '../../../presentation/words/word-index.js';
import type { ProductText } from '../../../presentation/words/product-text.js';
import type { Standing } from '../../../policy/policy.js';
import { listCases } from '../../../presentation/words/list-cases.js';
import { printable } from '../../../text/printable.js';
import { standingName } from '../../badges/describe-standing.js';

/** A line of “Find words from the product”: words, or a search for them in all files, or something to read. */
export interface WordPickItem extends QuickPickItem {
  readonly words?: ProductText;
  readonly searchFor?: string;
}

const whyButton: QuickInputButton = { iconPath: new ThemeIcon('info'), tooltip: l10n.t('Why?') };
/** Opens the page of the words. */
export const editButton: QuickInputButton = {
  iconPath: new ThemeIcon('globe'),
  tooltip: l10n.t('Edit These Words in All Languages'),
};

/** The results in their order, then notes: that there is more, that reading goes on, what was not searched. */
export function wordPickItems(
  { matches, more }: WordSearchResult,
  typed: string,
  isPm: boolean,
  progress: WordsProgress | undefined,
): readonly WordPickItem[] {
  const isReading = progress === undefined || progress.files < progress.of;
  const counts = new Map<string, number>();
  for (const { text } of matches) counts.set(text.text, (counts.get(text.text) ?? 0) + 1);
  const words = matches.map((each) => itemOf(each, isPm, (counts.get(each.text.text) ?? 0) > 1));
  const similar = matches[0]?.quality === 'similar' ? [separator(l10n.t('Nothing reads just so. Spelled alike:'))] : [];
  return [
    ...similar,
    ...words,
    ...(more === 0 ? [] : [note(l10n.t('{0} more. Type more of the words to narrow it down.', more), 'ellipsis')]),
    ...(matches.length > 0 || typed.trim() === '' || isReading
      ? []
      : [
          {
            ...note(l10n.t('Nothing found'), 'info'),
            detail: l10n.t('Try a few words that stand together, without names or numbers.'),
          },
        ]),
    ...(isReading ? [note(readingWords(progress), 'sync')] : []),
    ...(progress !== undefined && !isReading && progress.skipped > 0 && typed.trim() !== ''
      ? [
          {
            ...note(l10n.t('Search in all files'), 'search'),
            detail: l10n.t(
              '{0} files were not searched, since there are so many. VS Code’s own search has them.',
              progress.skipped,
            ),
            searchFor: typed,
          },
        ]
      : []),
  ];
}

function readingWords(progress: WordsProgress | undefined): string {
  return progress === undefined
    ? l10n.t('Reading the words of the product …')
    : l10n.t('Reading the words of the product: {0} of {1} files …', progress.files, progress.of);
}

function separator(label: string): WordPickItem {
  return { label, kind: QuickPickItemKind.Separator };
}

function note(label: string, icon: string): WordPickItem {
  return { label: `$(${icon}) ${label}`, alwaysShow: true };
}

const icons: Readonly<Record<Standing, string>> = { editable: 'edit', pair: 'organization', locked: 'lock' };

/** `isShared`: others have the same words, so that its key tells which it is; behind long words it would be cut off. */
function itemOf({ text, standing, sameIn }: WordMatch, isPm: boolean, isShared: boolean): WordPickItem {
  const { key, locale, path, at } = text;
  const location = `${printable(path)}:${at.line}`;
  const words = plainLabel(listCases(text.text));
  const named = key === undefined || key === text.text ? undefined : plainLabel(key);
  const place = isPm ? l10n.t('{0}: {1}', standingName(standing), location) : location;
  return {
    label: isPm ? `$(${icons[standing]}) ${words}` : words,
    description: [isShared ? undefined : named, locale && plainLabel(locale), sameWords(sameIn)]
      .filter((part) => part !== undefined)
      .join(' · '),
    detail: isShared && named !== undefined ? `${named} · ${place}` : place,
    alwaysShow: true,
    buttons: [...(inCatalog(path) ? [editButton] : []), ...(isPm ? [whyButton] : [])],
    words: text,
  };
}

/** What is not translated yet says the same in several languages. */
function sameWords(sameIn: number): string | undefined {
  if (sameIn === 0) return undefined;
  return sameIn === 1 ? l10n.t('the same in 1 other language') : l10n.t('the same in {0} other languages', sameIn);
}

function inCatalog(path: string): boolean {
  const place = locateCatalog(path);
  return place === undefined ? isNamedByLanguage(path) : place.format !== 'unsupported';
}

/** One line of bounded length, without anything that VS Code would render as an icon. */
function plainLabel(text: string): string {
  const line = printable(text.replace(/\s+/gu, ' ')).replaceAll('$(', '$ (');
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}
