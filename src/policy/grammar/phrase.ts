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
    words: normalizeWords(source).replace(decorations, '').replace(ornaments, ''),
    isOdd: tokens.some(({ odd }) => odd) || hidden.test(source),
    line: firstTokenLine(tokens),
  };
}

/** Whether a text ends as a sentence does, and neither as a title nor as a lead. */
export function isSentence({ source }: Phrase): boolean {
  return /\p{L}.*[.!?…。！？।][^\p{L}\p{N}]*$/u.test(source);
}

/** Invisible and bidirectional characters; U+FE0F only chooses how an emoji looks. */
const hidden = /(?!\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** "3.1", "A)", "II.a", "Appendix A:" and a sign that says yes, before a text. */
const ornaments =
  /^(?:(?:(?:appendix|section|part|step)\s+[\da-z]+(?:\.\d+)*\s*[.):-]\s*|(?:§ ?)?(?:\d+(?:\.\d+)*[.):]?|[ivx]{1,4}\.[a-z\d]\.?|[a-z][.)]|[ivx]{1,4}[.)])\s+)|[✅✔☑✓🟢👍📝🧭✏🔓]\s*|[#*]\s+)+/u;

/** Pictures of things, animals, plants and food, which say neither yes nor no. */
const decorations =
  /^[\u{1f330}-\u{1f37f}\u{1f380}-\u{1f3fa}\u{1f400}-\u{1f43e}\u{1f980}-\u{1f9af}🧸🦴🧩🚀📦📁📂📄📃📚📖📘📗📕📙🖊💬🗺✨🌱🌟⭐🙂😀👋🎉\ufe0f\s]+|[\u{1f330}-\u{1f37f}\u{1f380}-\u{1f3fa}\u{1f400}-\u{1f43e}\u{1f980}-\u{1f9af}🧸🦴🧩🚀📦📁📂📄📃📚📖📘📗📕📙🖊💬🗺✨🌱🌟⭐🙂😀👋🎉\ufe0f\s]+$/gu;
