import { firstTokenLine, splitTokenLines, type TextToken } from './tokenize.js';

/** The sentences of a paragraph, each with its end; a line that ends in a colon, or is all bold, is one of its own. */
export function splitSentences(tokens: readonly TextToken[]): readonly (readonly TextToken[])[] {
  const sentences: TextToken[][] = [];
  let open: TextToken[] = [];
  const close = (): void => {
    if (open.some(({ text }) => text.trim() !== '')) sentences.push(open);
    open = [];
  };
  for (const line of splitTokenLines(tokens)) {
    const isSetOff = line.every(({ bold, text }) => bold || text.trim() === '');
    if (isSetOff) close();
    for (const token of line) {
      const parts =
        token.kind === 'code' ? [token.text] : token.text.split(/(?<=[.!?。！？][)"'”’]?)\s+(?=[^\s\p{Ll}])/u);
      for (const [place, text] of parts.entries()) {
        if (place > 0) close();
        open.push({ ...token, text });
      }
    }
    if (isSetOff || /:\s*$/u.test(line.map(({ text }) => text).join(''))) close();
    else open.push({ kind: 'text', text: ' ', line: firstTokenLine(line), struck: false, bold: false, odd: false });
  }
  close();
  return sentences;
}
