/** Each says alone which event an item of a list is. */
const sure = ['id', 'key'];
/** They say it together: one name may stand in two categories, or in two versions. */
const parts = [
  'name',
  'eventName',
  'event_name',
  'event',
  'type',
  'category',
  'action',
  'object',
  'namespace',
  'scope',
  'version',
];

/** Which event an item of a list is, by what it says under a name; `undefined` where it does not say. */
export function identityOf(textUnder: (name: string) => string | undefined): string | undefined {
  const said = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => {
      const text = textUnder(name);
      return text === undefined ? [] : [`${name}: ${text}`];
    });
  const [own] = said(sure);
  return own ?? (said(parts.slice(0, 4)).length === 0 ? undefined : said(parts).join(', '));
}

/**
 * The items of a list that say again who they are, and did not so before: which of two of one name counts is up to who reads the list, so the new one may take the
 * place of the old.
 */
export function findRepeated<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string | undefined,
): readonly T[] {
  const left = new Map<string, number>();
  for (const item of before) {
    const id = idOf(item);
    if (id !== undefined) left.set(id, (left.get(id) ?? 0) + 1);
  }
  const seen = new Set<string>();
  return after.filter((item) => {
    const id = idOf(item);
    if (id === undefined) return false;
    const rest = left.get(id) ?? 0;
    const isAgain = seen.has(id) && rest <= 0;
    left.set(id, rest - 1);
    seen.add(id);
    return isAgain;
  });
}

export function repeatedMessage(label: string, id: string): string {
  return `“${label}” names “${id}” again, and one of the two may take the place of the other. Remove the new one, or pair with an engineer.`;
}
