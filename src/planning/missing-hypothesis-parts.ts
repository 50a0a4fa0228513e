/** The four parts of a hypothesis (design §5): "If we …, then … by …, because …". */
export type HypothesisPart = 'if we' | 'then' | 'by' | 'because';

const marks: readonly (readonly [HypothesisPart, RegExp])[] = [
  ['if we', /\bif\b/i],
  ['then', /\bthen\b|\bwe (?:expect|believe|think)\b/i],
  ['by', /\bby\b/i],
  ['because', /\bbecause\b|\bsince\b|\bgiven that\b/i],
];

/**
 * The parts that a hypothesis still lacks, in their order; none when all four are there and each says something. Line breaks,
 * emphasis and quotes are no matter; "by" counts after "then" only ("if we sort by date" is no measure) and needs a number or
 * a date.
 */
export function missingHypothesisParts(hypothesis: string): readonly HypothesisPart[] {
  const text = hypothesis.slice(0, longest).replace(/[*_>`\s]+/g, ' ');
  const places = new Map<HypothesisPart, { start: number; end: number }>();
  for (const [part, pattern] of marks) {
    const from = part === 'then' ? (places.get('if we')?.end ?? 0) : part === 'by' ? (places.get('then')?.end ?? 0) : 0;
    const found = pattern.exec(text.slice(from));
    if (found !== null) places.set(part, { start: from + found.index, end: from + found.index + found[0].length });
  }
  const starts = [...places.values()].map(({ start }) => start);
  return marks.flatMap(([part]) => {
    const place = places.get(part);
    if (place === undefined) return [part];
    const end = Math.min(text.length, ...starts.filter((start) => start >= place.end));
    const said = text.slice(place.end, end).replace(/^ we\b/i, '');
    return (part === 'by' ? /\p{N}/u : /\p{L}{2}/u).test(said) ? [] : [part];
  });
}

/** Characters; a hypothesis is one sentence. */
const longest = 4000;
