import { originalWords } from '../../catalogs/original-words.js';
import { isEnglish } from '../../text/is-locale.js';
import { keyPathId } from '../../catalogs/catalog.js';
import { escapeHtml } from '../../text/escape-html.js';
import { pluralize } from '../../text/pluralize.js';
import { printable } from '../../text/printable.js';
import { renderList } from '../change-page/html.js';
import { listLanguages, nameLanguage } from '../change-page/language-names.js';
import { pageStyles } from '../change-page/page-styles.js';
import { shorten } from '../change-page/short-sentence.js';
import { renderPage } from '../pages/render-page.js';
import { findPartTrouble, type PartTrouble } from './find-part-trouble.js';
import { partId } from './part-id.js';
import { renderGap, renderLanguage, type Around } from './render-language.js';
import { renderTextUsers, type KnownUsers } from './render-text-users.js';
import { writtenPlaceholders } from './restore-placeholders.js';
import { newMark } from './save-words.js';
import type { Words, WordsPart } from './words.js';
import { wordsScript } from './words-script.js';
import { wordsStyles } from './words-styles.js';
import { longestValue } from './write-text.js';

/** What the page's script knows of a part beside its markup; it sends it back with what is to be saved. */
type PagePart = Pick<WordsPart, 'path' | 'keyPath' | 'arm' | 'mark' | 'value'> & {
  /** What is wrong with the text as it is now. */
  readonly trouble?: PartTrouble;
};

/** The page as it is now. Its texts are no part of the markup, so that each is shown sign by sign. */
interface WordsPage {
  readonly title: string;
  readonly body: string;
  readonly parts: Readonly<Record<string, PagePart>>;
}

interface WordsPageInput extends Pick<Around, 'whyNot' | 'reader'> {
  readonly words: Words;
  /** Who asks for it; what is left out is not shown. */
  readonly users?: KnownUsers;
}

/** Forms and cases in all languages that are shown, and their characters; the files have the rest. */
const mostParts = 400;
const mostCharacters = 1_000_000;

/** One text in all its languages, each to be edited and saved by itself. Text of the repository is never taken as markup. */
export function renderWordsPage({ words, whyNot, reader, users }: WordsPageInput): WordsPage {
  const { key, languages, inCode } = words;
  const first = languages.flatMap((language) => language.parts)[0];
  const isTheirs = ({ path }: Words['languages'][number]): boolean => whyNot(path) === undefined;
  const said = languages.filter(({ parts }) => parts.length > 0);
  const isShared = said.some(isTheirs) && !said.every(isTheirs);
  const platform = typeof users === 'object' && isShared ? users.platform : undefined;
  const around: Around = {
    languages,
    whyNot,
    platform,
    reader,
    dialect: words.manner.dialect,
    written:
      first === undefined
        ? []
        : writtenPlaceholders({ ...first, value: first.original ?? first.value }, words.manner.dialect),
  };
  const english =
    originalWords(first?.path ?? '', words.asked) === undefined
      ? undefined
      : languages.find(({ locale }) => isEnglish(locale))?.parts[0];
  const name = inCode ?? (english ?? first)?.preview ?? key;
  const opensEnglish = languages.some(
    (each) => each.parts.some((part) => part.inCode) && whyNot(each.path) === undefined,
  );
  const title = shorten(name, 80);
  let [room, characters] = [mostParts, mostCharacters];
  const shown = languages.filter(({ parts }) => {
    const fits = room > 0 && characters > 0;
    room -= parts.length;
    characters -= parts.reduce((sum, { value }) => sum + Math.min(value.length, longestValue), 0);
    return fits && parts.length > 0;
  });
  const parts: Record<string, PagePart> = {};
  const sections = shown.map((language) => {
    for (const each of language.parts)
      if (each.value.length <= longestValue) parts[partId(each)] = toPagePart(words, each);
    return renderLanguage(language, around);
  });
  const missing = languages.filter((each) => each.parts.length === 0 && each.trouble === undefined);
  const open = missing.filter((each) => each.isOpen && whyNot(each.path) === undefined).slice(0, Math.max(0, room));
  const without = missing.filter((each) => !open.includes(each));
  const keyPath = keyPathId(words.asked.path);
  const gaps = open.map((language) => {
    const part = { path: language.path, keyPath, arm: undefined, mark: newMark, value: '' };
    parts[partId(part)] = part;
    return renderGap(language, partId(part), around, words.asked.value);
  });
  const unread = languages.flatMap((each) =>
    each.trouble === undefined ? [] : [escapeHtml(`${nameLanguage(each, reader)}: ${each.trouble}`)],
  );
  const more = languages.filter((each) => each.parts.length > 0).length - shown.length;
  const body = `<header>
<h1>${escapeHtml(`“${title}”`)}</h1>
<p class="quiet">In ${escapeHtml(pluralize(shown.length, 'language', 'languages'))}. <code>${escapeHtml(key)}</code></p>
<p>Each text is saved by itself, with its button or with Ctrl+Enter (⌘+Enter on a Mac). Nothing else in its file changes.</p>
${platform === undefined ? '' : `<p>${escapeHtml(`Translators write the other languages on ${platform}. Change the words that are yours; the others follow there, and nobody has to write them here.`)}</p>`}
${inCode === undefined ? '' : `<p>${escapeHtml(opensEnglish ? leftToCodeWords : inCodeWords)}</p>`}
</header>
${users === undefined ? '' : renderTextUsers(users)}
${[...sections, ...gaps].join('\n')}
${more === 0 ? '' : `<p>… and ${pluralize(more, 'more language', 'more languages')}: see their files.</p>`}
${without.length === 0 ? '' : `<p>${escapeHtml(`Not there in ${pluralize(without.length, 'language', 'languages')}: ${listLanguages(without, reader)}.`)}</p>`}
${unread.length === 0 ? '' : `<h2>Not read</h2>${renderList(unread)}`}`;
  return { title: printable(`Words: ${shorten(title, 60)}`), body, parts };
}

/** Where the words are that English leaves to them, and the reader can write English. */
const leftToCodeWords =
  'English leaves this text empty, so its users read the words in the code. Write other words in the field of English, and they read those; the code and the translations stay as they are.';

/** Where the words are that no field has. */
const inCodeWords =
  'These words themselves are written in the code, in each place that asks for them, and in no file of words: what you find below are their translations. To change the words, change them in those places. A translation is found by them, so ask an engineer to bring the translations along; until then the new words are shown in all languages.';

export function toPagePart(words: Words, part: WordsPart): PagePart {
  const { path, keyPath, arm, mark, value } = part;
  const trouble = value.trim() === '' ? undefined : findPartTrouble(words, part, value);
  return { path, keyPath, arm, mark, value, ...(trouble && { trouble }) };
}

/** The document that the page begins with; what it says is sent to its script, which keeps what is typed. */
export function renderWordsDocument({ title }: Pick<WordsPage, 'title'>, reader: string, nonce: string): string {
  const body = '<p id="status" class="spoken" role="status"></p>\n<div id="page"></div>';
  return renderPage({ language: reader, title, body, styles: pageStyles + wordsStyles, script: wordsScript }, nonce);
}
