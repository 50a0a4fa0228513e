import { escapeHtml } from '../../text/escape-html.js';
import { pluralize } from '../../text/pluralize.js';
import { printable } from '../../text/printable.js';
import { lastNameOf } from '../../text/path-names.js';
import type { ChangedText, TextDifference } from '../my-change/text-changes.js';
import { commandAddress } from '../pages/command-address.js';
import { listCases } from '../words/list-cases.js';
import { escapeWords, languageOf, renderLink, renderList, renderSection } from './html.js';
import { listLanguages, nameLanguage } from './language-names.js';
import { markDifference } from './mark-difference.js';
import { longestStretch, renderStretches } from './render-stretches.js';
import { cut, shortSentence } from './short-sentence.js';
import { showCases } from './show-cases.js';

/** Texts, and languages of one text, that are shown; further ones are counted, or folded away. */
const mostTexts = 60;
const mostOpen = 6;

/** Characters of texts, before and after together, beyond which no further language is shown: the page is made anew at each edit. */
const mostCharacters = 200_000;
/** Characters of one text that the change leaves alone. */
const longestUntouched = 1_000;

/** The words before and after, in full, language by language, with the difference marked. */
export function renderTexts(texts: readonly ChangedText[], reader: string): string {
  let room = mostCharacters;
  const fits = ({ before = '', after = '' }: TextDifference): boolean => {
    const hasRoom = room > 0;
    room -= Math.min(before.length, longestStretch) + Math.min(after.length, longestStretch);
    return hasRoom;
  };
  const fitting = texts.slice(0, mostTexts).map((text) => ({ text, differences: text.differences.filter(fits) }));
  const shown = fitting.filter(({ differences }) => differences.length > 0);
  const more = texts.length - shown.length;
  const articles = shown.map(({ text, differences }) => renderText(text, differences, reader));
  const rest = more > 0 ? [`<p>… and ${pluralize(more, 'more text', 'more texts')}: see the files below.</p>`] : [];
  return renderSection('words', 'The words', [...articles, ...rest].join('\n'));
}

/** Where the page has this text, as its markup names it. */
export function textAnchor({ id }: Pick<ChangedText, 'id'>): string {
  return printable(`text ${id}`);
}

function renderText(text: ChangedText, shown: readonly TextDifference[], reader: string): string {
  const { key, differences, untouched, without } = text;
  const more = differences.length - shown.length;
  const id = textAnchor(text);
  const heading = `<h3 id="${escapeHtml(id)}" tabindex="-1">${escapeHtml(shortSentence(text))}</h3>`;
  const all = shown.map((difference) => renderLanguage(text, difference, reader));
  const [open, folded] = all.length > mostOpen + 2 ? [all.slice(0, mostOpen), all.slice(mostOpen)] : [all, []];
  return `<article aria-label="${escapeHtml(shortSentence(text))}">
${heading}
<p class="quiet">${escapeHtml(summarise(text))} <code>${escapeHtml(key)}</code></p>
${open.join('\n')}
${renderDetails(`${id} more`, `${folded.length} more languages`, folded.join('\n'))}
${more === 0 ? '' : `<p>… and ${pluralize(more, 'more language', 'more languages')}: see the files below.</p>`}
${renderDetails(`${id} untouched`, untouchedWords(text), renderList(untouched.slice(0, 100).map((each) => `${escapeHtml(nameLanguage(each, reader))}: <span${languageOf(each.locale)}>“${escapeWords(cut(listCases(each.text), longestUntouched))}”</span>`)))}
${without.length === 0 ? '' : `<p>${escapeHtml(`Not there in ${pluralize(without.length, 'language', 'languages')}: ${listLanguages(without, reader)}.`)}</p>`}
${renderEdit(text)}
</article>`;
}

/** One for all languages; nothing for a text that is gone from each. */
function renderEdit(text: ChangedText): string {
  const there = text.differences.find(({ after }) => after !== undefined);
  if (there === undefined) return '';
  const link = {
    id: `edit ${textAnchor(text)}`,
    label: 'Edit These Words in All Languages',
    spoken: `Edit These Words in All Languages: ${shortSentence(text)}`,
    address: commandAddress('pmZone.editWords', [there.path, text.keyPath]),
  };
  return `<p class="actions">${renderLink(link, 'secondary')}</p>`;
}

function summarise({ differences }: ChangedText): string {
  const count = (what: string, fits: (each: TextDifference) => boolean): readonly string[] => {
    const number = differences.filter(fits).length;
    return number === 0 ? [] : [`${what} in ${pluralize(number, 'language', 'languages')}`];
  };
  const said = [
    ...count('changed', ({ before, after }) => before !== undefined && after !== undefined),
    ...count('new', ({ before }) => before === undefined),
    ...count('taken out', ({ after }) => after === undefined),
  ].join(', ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** What the languages say that the change leaves alone. */
export function untouchedWords({ differences, untouched }: ChangedText): string {
  const many = pluralize(untouched.length, 'other language', 'other languages');
  const isNew = differences.every(({ before }) => before === undefined);
  const verb = untouched.length === 1 ? 'says' : 'say';
  return isNew
    ? `${many} had a text for it already`
    : `${many} still ${verb} what ${untouched.length === 1 ? 'it' : 'they'} said before`;
}

function renderLanguage(
  text: ChangedText,
  { path, locale, before, after, beforeInCode, afterInCode, at }: TextDifference,
  reader: string,
): string {
  const name = nameLanguage({ path, locale }, reader);
  const shown = showCases(before ?? '', after ?? '');
  const marked = markDifference(shown.before, shown.after);
  const id = `${textAnchor(text)} ${path}`;
  const file = lastNameOf(path);
  const see = renderLink({
    id: `see ${id}`,
    label: `See it in ${file}`,
    spoken: `See it in ${file}, ${name}`,
    address: commandAddress('pmZone.showDifference', [path, at?.line ?? 1]),
  });
  const back =
    before === undefined || after === undefined
      ? ''
      : renderLink(
          {
            id: `back ${id}`,
            label: 'Put This Text Back',
            spoken: `Put This Text Back, ${name}`,
            address: commandAddress('pmZone.putTextBack', [path, text.keyPath]),
          },
          'secondary',
        );
  return `<div class="language">
<h4>${escapeHtml(name)}</h4>
<dl>
${before === undefined ? '' : `<dt>Before${inCode(beforeInCode)}</dt><dd${languageOf(locale)}>${renderStretches(marked.before, 'del', 'taken out', after === undefined)}</dd>`}
${after === undefined ? '<dt>Now</dt><dd>Taken out</dd>' : `<dt>${before === undefined ? 'New' : 'Now'}${inCode(afterInCode)}</dt><dd${languageOf(locale)}>${renderStretches(marked.after, 'ins', 'new', before === undefined)}</dd>`}
</dl>
<p class="actions">${see} ${back}</p>
</div>`;
}

/** What the catalog leaves empty is read as the code has it. */
function inCode(isInCode = false): string {
  return isInCode ? ', the words in the code' : '';
}

function renderDetails(id: string, summary: string, body: string): string {
  if (body === '') return '';
  return `<details id="${escapeHtml(id)}"><summary>${escapeHtml(summary)}</summary>\n${body}\n</details>`;
}
