import { splitSentences } from '../../grammar/split-sentences.js';
import { plainToken, type TextToken } from '../../grammar/tokenize.js';

/** The sentences of a text that Markdown does not read, as that of a comment: what stands in backticks is code, and all is said to stand in one line. */
export function sentencesIn(text: string, line: number): readonly (readonly TextToken[])[] {
  const tokens = text
    .split('`')
    .map((part, at): TextToken => ({
      ...plainToken(part, line),
      kind: at % 2 === 1 && !/\s/u.test(part) ? 'code' : 'text',
    }))
    .filter((token) => token.text !== '');
  return splitSentences(tokens);
}
