/** The labels of a planning doc that decide something, in their order (design §5). */
export const planLabels = [
  'Status',
  'Product DRI',
  'Engineering DRI',
  'Design DRI',
  'Flag',
  'Feature folder',
  'Level',
] as const;
export type PlanLabel = (typeof planLabels)[number];

/** The name a label goes by in the contract, in lower case. */
export function canonicalLabel(label: string): string {
  const plain = label
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return synonyms.get(plain) ?? plain;
}

const synonyms: ReadonlyMap<string, string> = new Map([
  ['flags', 'flag'],
  ['feature flag', 'flag'],
  ['feature flags', 'flag'],
  ['flag key', 'flag'],
  ['feature folders', 'feature folder'],
  ['folder', 'feature folder'],
  ['engineering dris', 'engineering dri'],
  ['eng dri', 'engineering dri'],
  ['product dris', 'product dri'],
  ['pm dri', 'product dri'],
  ['plan level', 'level'],
]);
