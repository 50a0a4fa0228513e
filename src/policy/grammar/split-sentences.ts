import { isContactLine } from './remarks/contact-lines.js';
import { firstTokenLine, splitTokenLines, toSourceText, type TextToken } from './tokenize.js';

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
    if (isEnded(open) && startsAnew.test(first.text) && first.kind === 'text') close();
    const isSetOff =
      line.every(({ bold, text }) => bold || text.trim() === '') ||
      (line.every(({ kind }) => kind === 'text') && isContactLine(toSourceText(line)));
    if (isSetOff) close();
    for (const token of line) {
      const parts =
        token.kind === 'code' ? [token.text] : token.text.split(/(?<=[.!?。！？][)"'”’]?\s)\s*(?=[^\s\p{Ll}])/u);
      for (const [place, text] of parts.entries()) {
        if (place > 0 ? !isEndedByAbbreviation(open) : isApart(open, token)) close();
        open.push({ ...token, text });
      }
    }
    if (isSetOff || /:\s*$/u.test(line.map(({ text }) => text).join(''))) close();
    else open.push({ kind: 'text', text: ' ', line: firstTokenLine(line), struck: false, bold: false, odd: false });
  }
  close();
  return sentences;
}

const startsAnew = /^\s*[^\s\p{Ll}]/u;

/** Whether the words so far end as a sentence does. */
function isEnded(open: readonly TextToken[]): boolean {
  const last = open.findLast(({ text }) => text.trim() !== '');
  return last?.kind === 'text' && /[.!?。！？][)"'”’]?\s*$/u.test(last.text) && !isEndedByAbbreviation(open);
}

/** What the last of some tokens says. */
function lastText(open: readonly TextToken[]): string {
  return (open.at(-1) as TextToken).text;
}

/** "Dr. Brandt" is one person. */
function isEndedByAbbreviation(open: readonly TextToken[]): boolean {
  return /(?<![\p{L}\p{N}])(?:dr|mr|mrs|ms|prof|e\.g|i\.e|vs|approx|cf)\.\s*$/iu.test(lastText(open));
}

/** Whether a token of other looks ("**Neither?** Pair.") begins a sentence of its own. */
function isApart(open: readonly TextToken[], { kind, text }: TextToken): boolean {
  return (
    kind === 'text' && isEnded(open) && startsAnew.test(text) && (/^\s/u.test(text) || /\s$/u.test(lastText(open)))
  );
}
