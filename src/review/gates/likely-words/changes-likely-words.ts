import { countChangedLines, type ChangedFile } from '../../../change/change.js';
import { isWordTemplate } from '../words-only/is-word-template.js';
import { templatePieces } from '../words-only/template-pieces.js';
import { changesLinesOfWords } from './line-skeleton.js';
import type { PageNames } from './quiet-attributes.js';
import { withoutShownStrings } from './shown-strings.js';
import { templateSkeleton } from './template-skeleton.js';

/** Longer texts, and changes of more lines, nobody looks through. */
const longest = 300_000;
const mostLines = 60;
/** A line that nobody reads to its end. */
const longestLine = 5000;
/** Signs that are not seen, or end a line where none is seen to end. */
const unseen =
  /\r(?!\n)|(?![\n\r\t])\p{Cc}|(?![\ufe0e\ufe0f\u200d\u00ad])\p{DI}|[\u2028\u2029\u2800\ufff9-\ufffb\u202a-\u202e\u2066-\u2069]/u;
/** Code that reads what the page says. */
const readsBack =
  /\b(?:innerText|textContent|innerHTML|dataset|getAttribute|nodeValue)\b|\.(?:title|placeholder|ariaLabel)\b(?!\s*[|}%])/;

/**
 * Is what changed in a file likely to be what people read and nothing else, so that an engineer sees it at a glance: is its code as it was, sign by sign, and did only texts
 * that are shown change, what asks for texts, and what holds them?
 */
export function changesLikelyWords(file: ChangedFile): boolean {
  const { path, before, after } = file;
  const [was, now] = [before?.text, after?.text];
  if (was === undefined || now === undefined || countChangedLines(file) > mostLines) return false;
  if (Math.max(was.length, now.length) > longest || unseen.test(now.replace(/^\uFEFF/, ''))) return false;
  if ([was, now].some((text) => text.split('\n').some((line) => line.length > longestLine))) return false;
  const shown = withoutShownStrings(path, was);
  if (shown !== undefined) return shown === withoutShownStrings(path, now);
  if (readsBack.test(was) || readsBack.test(now)) return false;
  const own = classesOf(now);
  const classes = new Set([...classesOf(was)].filter((each) => own.has(each)));
  if (/\.(?:cshtml|razor)$/i.test(path))
    return changesLinesOfWords(was, now, {
      classes,
      count: (word) => Math.max(countWord(was, word), countWord(now, word)),
    });
  if (!isWordTemplate(path)) return false;
  const [one, other] = [was, now].map((text) => {
    const names: PageNames = { classes, count: (word) => countWord(text, word) };
    const pieces = templatePieces(path, text);
    return pieces && templateSkeleton(path, pieces, names);
  });
  return one !== undefined && one === other;
}

function classesOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/\sclass="([^"]*)"/g), ([, value = '']) => value.split(/\s+/)).flat());
}

function countWord(text: string, word: string): number {
  return text.split(word).length - 1;
}
