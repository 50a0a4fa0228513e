import { withoutPictures } from './decorations.js';
import { firstTokenLine, normalizeWords, toSourceText, type TextToken } from './tokenize.js';

/** A text that is held against the grammar as a whole: a lead, a heading, an item, a sentence. */
export interface Phrase {
  readonly tokens: readonly TextToken[];
  /** As one line, code in backticks. */
  readonly source: string;
  /** The source for comparing: NFKC, lower case, without numbering and a leading sign that says yes. */
  readonly words: string;
  /** Something in it is struck through, hidden, or no text at all, so that no reader may take it for a known form. */
  readonly isOdd: boolean;
  readonly line: number;
}

/** Takes tokens as one phrase. */
export function toPhrase(tokens: readonly TextToken[]): Phrase {
  const source = toSourceText(tokens);
  return {
    tokens,
    source,
    words: withoutPictures(withoutPictures(normalizeWords(source)).replace(ornaments, '')),
    isOdd: tokens.some(({ odd }) => odd) || hidden.test(source.replace(joined, '')),
    line: firstTokenLine(tokens),
  };
}

/** Whether a text ends as a sentence does, and neither as a title nor as a lead. */
export function isSentence({ source }: Phrase): boolean {
  return /\p{L}/u.test(source) && /[.!?…。！？।]/u.test(source.replace(/^.*[\p{L}\p{N}]/su, ''));
}

/** What joins two emoji to one, as in that of a cook. */
const joined = /(?<=[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu;

/** Invisible and bidirectional characters; U+FE0F only chooses how an emoji looks. */
const hidden = /(?!\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** "3.1", "A)", "II.a", "Appendix A:" and a sign that says yes, before a text. */
const ornaments =
  /^(?:(?:(?:appendix|section|part|step)\s+[\da-z]+(?:\.\d+)*\s*[.):-]\s*|(?:§ ?)?(?:\d+(?:\.\d+)*[.):]?|[ivx]{1,4}\.[a-z\d]\.?|[a-z]\.\d{1,2}\.?|(?!\(x\))\(?(?:[a-z]|[ivx]{1,4})[.)]|\(\d+\))\s+)|[✅✔☑✓🟢👍📝🧭✏🔓]\s*|[#*]\s+)+/u;
