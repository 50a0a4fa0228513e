import type { Dialect } from '../../catalogs/find-tokens.js';
import { escapeHtml } from '../../text/escape-html.js';
import { lastNameOf } from '../../text/path-names.js';
import { escapeWords, renderLink, languageOf } from '../change-page/html.js';
import { nameLanguage } from '../change-page/language-names.js';
import { cut } from '../change-page/short-sentence.js';
import { commandAddress } from '../pages/command-address.js';
import { languageId, partId } from './part-id.js';
import { partLabel } from './part-label.js';
import { renderField, renderSaid } from './render-field.js';
import { writtenPlaceholders } from './restore-placeholders.js';
import type { WordsLanguage, WordsPart } from './words.js';
import { longestValue } from './write-text.js';

/** What the parts of a page are rendered with. */
export interface Around {
  /** Why the file is not the reader's to edit; `undefined` where it is. */
  readonly whyNot: (path: string) => string | undefined;
  /** The platform that writes the languages which are not the reader's, where they have one of their own to write. */
  readonly platform?: string | undefined;
  /** In which languages are named. */
  readonly reader: string;
  readonly languages: readonly WordsLanguage[];
  readonly dialect: Dialect;
  /** The placeholders of the text that was asked for: another language has them, too. */
  readonly written: readonly string[];
}

/** A language that has the text. */
export function renderLanguage(language: WordsLanguage, around: Around): string {
  const { path, parts } = language;
  const own = languageId(language);
  const [first] = parts as [WordsPart, ...WordsPart[]];
  const name = nameLanguage(language, around.reader);
  const closed = around.whyNot(path);
  const why =
    closed === undefined || around.platform === undefined
      ? closed
      : `Written on ${around.platform} by its translators.`;
  const file = lastNameOf(path);
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
export function renderGap(language: WordsLanguage, id: string, around: Around, like: string): string {
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
  const label = partLabel(part);
  const spoken = label === '' ? name : `${name}, ${label}`;
  const shown = `<p class="preview"><span class="quiet">Reads:</span> <span data-reads="${id}"${languageOf(language.locale)}>${renderPreview(part.preview)}</span>${part.inCode === undefined ? '' : ' <span class="quiet while-empty">(the words in the code, as long as it is empty here)</span>'}</p>`;
  if (part.value.length > longestValue)
    return `<div class="part"><p>${escapeHtml(label)} This text is too long to be edited here.</p>\n${shown}</div>`;
  const rows = Math.min(12, part.value.split('\n').length + Math.floor(part.value.length / 90) + 1);
  const save = label === '' ? `Save ${name}` : `Save ${name}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  const button = isClosed
    ? ''
    : `<button type="button" class="button secondary" data-save="${id}">${escapeHtml(save)}</button>`;
  return `<div class="part">
<label for="${id}"${label === '' ? ' class="spoken"' : ''}>${escapeHtml(label === '' ? spoken : label)}</label>
${renderField(id, {
  spoken,
  rows,
  written: [
    ...[part.value, part.before?.part ?? part.original ?? ''].flatMap((value) =>
      writtenPlaceholders({ ...part, value }, around.dialect),
    ),
    ...around.written,
  ],
  locale: language.locale,
  isClosed,
})}
<p id="about-${id}" class="quiet"><span data-length="${id}">${part.length}</span> characters. ${escapeHtml(longestOther(part, language, around))} ${placeholderWords(part)}</p>
${shown}
<p class="actions">${button} ${renderSaid(id)}</p>
</div>`;
}

/** How a text reads, as markup. */
export function renderPreview(text: string): string {
  return escapeWords(cut(text, 2000));
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
