import { isContactLine } from './remarks/contact-lines.js';
import { toPhrase } from './phrase.js';
import { readSentenceLead } from './leads/read-lead.js';
import { firstTokenLine, plainToken, splitTokenLines, toSourceText, type TextToken } from './tokenize.js';
import { numberStart, shortened, shortenedBeforeNumber } from './words/abbreviations.js';

/** The sentences of a paragraph, each with its end; a line that ends in a colon, is all bold or only says who somebody is, is one of its own. */
export function splitSentences(tokens: readonly TextToken[]): readonly (readonly TextToken[])[] {
  const sentences: TextToken[][] = [];
  let open: TextToken[] = [];
  const close = (): void => {
    if (open.some(({ text }) => text.trim() !== '')) sentences.push(open);
    open = [];
  };
  for (const line of splitTokenLines(tokens)) {
    const [first] = line as [TextToken];
    if (isLabelled(line) || (isEnded(open, first.text) && startsAnew.test(first.text) && first.kind === 'text'))
      close();
    const isSetOff =
      line.every(({ bold, text }) => bold || text.trim() === '') ||
      (line.every(({ kind }) => kind === 'text') && isContactLine(toSourceText(line)));
    if (isSetOff) close();
    for (const token of line) {
      const parts =
        token.kind === 'code' ? [token.text] : token.text.split(/(?<=[.!?。！？][)"'”’]?\s)\s*(?=[^\s\p{Ll}])/u);
      for (const [place, text] of parts.entries()) {
        if (place > 0 ? !isShortened(open, text) : isApart(open, token)) close();
        open.push({ ...token, text });
      }
    }
    if (isSetOff || /:\s*$/u.test(line.map(({ text }) => text).join(''))) close();
    else open.push(plainToken(' ', firstTokenLine(line)));
  }
  close();
  return sentences;
}

/** "Locked: `src/**`": a label that opens or closes what stands behind it begins a sentence of its own, however the line above ends. */
function isLabelled(line: readonly TextToken[]): boolean {
  const path = line.findIndex(({ kind }) => kind === 'code');
  const label = toPhrase(line.slice(0, Math.max(path, 0)));
  return label.words.endsWith(':') && readSentenceLead(label) !== undefined;
}

const startsAnew = /^\s*[^\s\p{Ll}]/u;

/** Whether the words so far end as a sentence does, before `next`. */
function isEnded(open: readonly TextToken[], next: string): boolean {
  const last = open.findLast(({ text }) => text.trim() !== '');
  return last?.kind === 'text' && /[.!?。！？][)"'”’]?\s*$/u.test(last.text) && !isShortened(open, next);
}

/** What the last of some tokens says. */
function lastText(open: readonly TextToken[]): string {
  return (open.at(-1) as TextToken).text;
}

/**
 * Whether the stop at the end of some words only shortens the last of them ("Dr. Brandt" is one person, "max. 20 lines" one limit), or stands behind what
 * the sentence is counted by: "B. What PMs cannot touch".
 */
function isShortened(open: readonly TextToken[], next: string): boolean {
  const { text } = open.findLast((token) => token.text.trim() !== '') as TextToken;
  return (
    endsShortened.test(text) ||
    (endsShortenedBeforeNumber.test(text) && startsWithNumber.test(next)) ||
    (open.length === 1 && counted.test(text))
  );
}

const counted = /^\s{0,4}(?:[A-Z]|[IVX]{1,4}|\d{1,2})\.\s*$/u;

const endsShortened = new RegExp(String.raw`${shortened}\s*$`, 'iu');
const endsShortenedBeforeNumber = new RegExp(String.raw`${shortenedBeforeNumber}\s*$`, 'iu');
const startsWithNumber = new RegExp(String.raw`^\s*${numberStart}`, 'u');

/** Whether a token of other looks ("**Neither?** Pair.") begins a sentence of its own. */
function isApart(open: readonly TextToken[], { kind, text }: TextToken): boolean {
  return (
    kind === 'text' &&
    isEnded(open, text) &&
    startsAnew.test(text) &&
    (/^\s/u.test(text) || /\s$/u.test(lastText(open)))
  );
}
