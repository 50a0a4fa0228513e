/** How many words of a sentence are looked for together. */
export const mostWords = 3;

/** The words with which a sentence begins or ends, up to what is put into it. */
export interface SentenceEnd {
  readonly words: readonly string[];
  readonly isStart: boolean;
  /** Those of them at its edge, joined by blanks: what to look for first. */
  readonly probe: string;
}

/** The words of a text, without signs. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** By what a sentence is found however a program breaks it into lines and strings: its ends that have two words at least. */
export function endsOf(name: string): readonly SentenceEnd[] {
  if (!/\s/.test(name)) return [];
  const parts = name.split(/[%{}$<>\\&]\S*/);
  const first = wordsOf(parts[0] as string);
  const last = wordsOf(parts.at(-1) as string);
  return [
    ...(first.length > 1 ? [{ words: first, isStart: true, probe: first.slice(0, mostWords).join(' ') }] : []),
    ...(parts.length > 1 && last.length > 1
      ? [{ words: last, isStart: false, probe: last.slice(-mostWords).join(' ') }]
      : []),
  ];
}
