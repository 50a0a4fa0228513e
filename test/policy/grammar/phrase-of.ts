import { toPhrase, type Phrase } from '../../../src/policy/grammar/phrase.js';
import { tokenize, type TextToken } from '../../../src/policy/grammar/tokenize.js';
import { markdownRoot } from '../../markdown-root.js';

/** The tokens of a Markdown text. */
export function tokensOf(markdown: string): readonly TextToken[] {
  return tokenize(markdownRoot(markdown));
}

/** A Markdown text as one phrase. */
export function phraseOf(markdown: string): Phrase {
  return toPhrase(tokensOf(markdown));
}
