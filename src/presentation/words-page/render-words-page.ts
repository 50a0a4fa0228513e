import { createHash } from 'node:crypto';
import { keyPathId } from '../../catalogs/catalog.js';
import type { Dialect } from '../../catalogs/find-tokens.js';
import { escapeHtml } from '../../text/escape-html.js';
import { pluralize } from '../../text/pluralize.js';
import { printable } from '../../text/printable.js';
import { escapeWords, renderLink, renderList } from '../change-page/html.js';
import { listLanguages, nameLanguage } from '../change-page/language-names.js';
import { pageStyles } from '../change-page/page-styles.js';
import { cut, shorten } from '../change-page/short-sentence.js';
import { commandAddress } from '../pages/command-address.js';
import { renderPage } from '../pages/render-page.js';
import type { Words, WordsLanguage, WordsPart } from './read-all-languages.js';
import { writtenPlaceholders } from './restore-placeholders.js';
import { languageOf, renderField, renderSaid } from './render-field.js';
import { newMark } from './save-words.js';
import { renderTextUsers, type KnownUsers } from './render-text-users.js';
import { wordsScript } from './words-script.js';
import { wordsStyles } from './words-styles.js';
import { longestValue } from './write-text.js';

/** What the page's script knows of a part beside its markup; it sends it back with what is to be saved. */
type PagePart = Pick<WordsPart, 'path' | 'keyPath' | 'arm' | 'mark' | 'value'>;

/** The page as it is now. Its texts are no part of the markup, so that each is shown sign by sign. */
interface WordsPage {
  readonly title: string;
  readonly body: string;
  readonly parts: Readonly<Record<string, PagePart>>;
}

interface WordsPageInput {
  readonly words: Words;
  /** Why the file is not the reader's to edit; `undefined` where it is. */
  readonly whyNot: (path: string) => string | undefined;
  /** In which languages are named. */
  readonly reader: string;
  /** Who asks for it; what is left out is not shown. */
  readonly users?: KnownUsers;
}

/** Forms and cases in all languages that are shown, and their characters; the files have the rest. */
const mostParts = 400;
const mostCharacters = 1_000_000;

/** One text in all its languages, each to be edited and saved by itself. Text of the repository is never taken as markup. */
export function renderWordsPage({ words, whyNot, reader, users }: WordsPageInput): WordsPage {
  const { key, languages } = words;
  const first = languages.flatMap((language) => language.parts)[0];
  const around: Around = {
    languages,
    whyNot,
    reader,
    dialect: words.manner.dialect,
    written: first === undefined ? [] : writtenPlaceholders(first, words.manner.dialect),
  };
  const name = first === undefined ? key : shorten(first.preview, 80);
  let [room, characters] = [mostParts, mostCharacters];
  const shown = languages.filter(({ parts }) => {
    const fits = room > 0 && characters > 0;
    room -= parts.length;
    characters -= parts.reduce((sum, { value }) => sum + Math.min(value.length, longestValue), 0);
    return fits && parts.length > 0;
  });
  const parts: Record<string, PagePart> = {};
  const sections = shown.map((language) => {
    for (const each of language.parts) if (each.value.length <= longestValue) parts[partId(each)] = toPagePart(each);
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
<h1>${escapeHtml(`“${name}”`)}</h1>
<p class="quiet">In ${escapeHtml(pluralize(shown.length, 'language', 'languages'))}. <code>${escapeHtml(key)}</code></p>
<p>Each text is saved by itself, with its button or with Ctrl+Enter (⌘+Enter on a Mac). Nothing else in its file changes.</p>
</header>
${users === undefined ? '' : renderTextUsers(users)}
${[...sections, ...gaps].join('\n')}
${more === 0 ? '' : `<p>… and ${pluralize(more, 'more language', 'more languages')}: see their files.</p>`}
${without.length === 0 ? '' : `<p>${escapeHtml(`Not there in ${pluralize(without.length, 'language', 'languages')}: ${listLanguages(without, reader)}.`)}</p>`}
${unread.length === 0 ? '' : `<h2>Not read</h2>${renderList(unread)}`}`;
  return { title: printable(`Words: ${shorten(name, 60)}`), body, parts };
}

export function toPagePart({ path, keyPath, arm, mark, value }: WordsPart): PagePart {
  return { path, keyPath, arm, mark, value };
}

/** The document that the page begins with; what it says is sent to its script, which keeps what is typed. */
export function renderWordsDocument({ title }: Pick<WordsPage, 'title'>, reader: string, nonce: string): string {
  const body = '<p id="status" class="spoken" role="status"></p>\n<div id="page"></div>';
  return renderPage({ language: reader, title, body, styles: pageStyles + wordsStyles, script: wordsScript }, nonce);
}

/** How a text reads, as markup. */
export function renderPreview(text: string): string {
  return escapeWords(cut(text, 2000));
}

/** The same for the same part in the next version of the page. */
export function partId({ path, keyPath, arm }: Pick<WordsPart, 'path' | 'keyPath' | 'arm'>): string {
  return `part-${shortHash([path, keyPath, arm])}`;
}

/** The same for the same language in the next version of the page, whichever come before it. */
function languageId({ path }: WordsLanguage): string {
  return `language-${shortHash(path)}`;
}

function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** What the parts of a page are rendered with. */
interface Around extends Pick<WordsPageInput, 'whyNot' | 'reader'> {
  readonly languages: readonly WordsLanguage[];
  readonly dialect: Dialect;
  /** The placeholders of the text that was asked for: another language has them, too. */
  readonly written: readonly string[];
}

/** A language that has the text. */
function renderLanguage(language: WordsLanguage, around: Around): string {
  const { path, parts } = language;
  const own = languageId(language);
  const [first] = parts as [WordsPart, ...WordsPart[]];
  const name = nameLanguage(language, around.reader);
  const why = around.whyNot(path);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const address = commandAddress('pmZone.openAt', [path, first.entry.at.line]);
  const see = renderLink({
    id: `see-${own}`,
    label: `See it in ${file}`,
    spoken: `See it in ${file}, ${name}`,
    address,
  });
  return `<section id="${own}" aria-labelledby="name-${own}">
<h2 id="name-${own}" tabindex="-1">${escapeHtml(name)}</h2>
<p class="quiet">${escapeHtml(path)} · ${see}</p>
${why === undefined ? '' : `<p class="closed">${escapeHtml(why)}</p>`}
${parts.map((part) => renderPart(part, language, name, why !== undefined, around)).join('\n')}
</section>`;
}

/** A language that does not have the text yet: an empty place for it. */
function renderGap(language: WordsLanguage, id: string, around: Around, like: string): string {
  const own = languageId(language);
  const name = nameLanguage(language, around.reader);
  const longest = longestOther({ form: '' }, language, around);
  // The text that was asked for is there.
  const [first] = around.languages.flatMap(({ parts }) => parts) as [WordsPart];
  const rows = Math.min(12, like.split('\n').length + Math.floor(like.length / 90) + 1);
  return `<section id="${own}" aria-labelledby="name-${own}">
<h2 id="name-${own}" tabindex="-1">${escapeHtml(name)}</h2>
<p class="quiet">${escapeHtml(language.path)} · It does not have this text yet.</p>
<div class="part">
${renderField(id, { spoken: name, rows, written: around.written, locale: language.locale, isClosed: false })}
<p id="about-${id}" class="quiet"><span data-length="${id}">0</span> characters. ${escapeHtml(longest)} ${placeholderWords(first)}</p>
<p class="actions"><button type="button" class="button secondary" data-save="${id}">${escapeHtml(`Add It in ${name}`)}</button> ${renderSaid(id)}</p>
</div>
</section>`;
}

function renderPart(part: WordsPart, language: WordsLanguage, name: string, isClosed: boolean, around: Around): string {
  const id = partId(part);
  const label = labelOf(part);
  const spoken = label === '' ? name : `${name}, ${label}`;
  const shown = `<p class="preview"><span class="quiet">Reads:</span> <span data-reads="${id}"${languageOf(language.locale)}>${renderPreview(part.preview)}</span></p>`;
  if (part.value.length > longestValue)
    return `<div class="part"><p>${escapeHtml(label)} This text is too long to be edited here.</p>\n${shown}</div>`;
  const rows = Math.min(12, part.value.split('\n').length + Math.floor(part.value.length / 90) + 1);
  const save = label === '' ? `Save ${name}` : `Save ${name}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  const button = isClosed
    ? ''
    : `<button type="button" class="button secondary" data-save="${id}">${escapeHtml(save)}</button>`;
  return `<div class="part">
<label for="${id}"${label === '' ? ' class="spoken"' : ''}>${escapeHtml(label === '' ? spoken : label)}</label>
${renderField(id, { spoken, rows, written: [...writtenPlaceholders(part, around.dialect), ...around.written], locale: language.locale, isClosed })}
<p id="about-${id}" class="quiet"><span data-length="${id}">${part.length}</span> characters. ${escapeHtml(longestOther(part, language, around))} ${placeholderWords(part)}</p>
${shown}
<p class="actions">${button} ${renderSaid(id)}</p>
</div>`;
}

/** A form in words: what it is for. */
function labelOf(part: WordsPart): string {
  const { form, kind, argument } = part;
  if (form === '') return '';
  if (kind === 'around') return aroundLabels.get(form) as string;
  const label = caseLabel(part);
  return argument === undefined ? label : `${argument}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

const aroundLabels: ReadonlyMap<string, string> = new Map([
  ['before', 'The words before'],
  ['between', 'The words between'],
  ['after', 'The words behind'],
]);

function caseLabel({ form, kind, numbers }: WordsPart): string {
  if (kind === 'select') return `Where it is “${form}”`;
  const [only] = numbers;
  if (only === undefined) return `Form “${form}”`;
  return numbers.length === 1 ? `For ${only}` : `For ${numbers.join(', ')} and the like`;
}

function longestOther(
  part: Pick<WordsPart, 'form' | 'argument'>,
  own: WordsLanguage,
  { languages, reader }: Around,
): string {
  let [longest, name] = [-1, ''];
  for (const language of languages)
    for (const { form, argument, length } of language === own ? [] : language.parts)
      if (form === part.form && argument === part.argument && length > longest)
        [longest, name] = [length, nameLanguage(language, reader)];
  return longest === -1 ? '' : `The longest other language has ${longest} (${name}).`;
}

function placeholderWords({ placeholders }: WordsPart): string {
  if (placeholders.length === 0) return '';
  const shown = placeholders.slice(0, 20).map((each) => `<code class="chip">${escapeHtml(each)}</code>`);
  return `Stays as it is: ${shown.join(' ')}`;
}
