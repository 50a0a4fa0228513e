/** A text in keys and values, cut losslessly: its parts joined again are the text. */
export interface KeyedMap {
  readonly kind: 'map';
  /** The text before the first entry and after the last. */
  readonly open: string;
  readonly close: string;
  /** Between two entries. */
  readonly between: string;
  readonly entries: readonly KeyedEntry[];
}

/** `lead`: blanks and comments above; `head`: the key; `tail`: what follows the value. */
export interface KeyedEntry {
  readonly key: string;
  readonly lead: string;
  readonly head: string;
  readonly value: KeyedValue;
  readonly tail: string;
}

/** A value that is merged as a whole. `means` is equal for two values that mean the same. */
export interface KeyedLeaf {
  readonly kind: 'leaf';
  readonly text: string;
  readonly meaning: string;
}

export type KeyedValue = KeyedMap | KeyedLeaf;

/** Cuts a text; `undefined` where it cannot be cut safely. */
export type ParseKeyed = (text: string) => KeyedMap | undefined;

export function formatKeyed(value: KeyedValue): string {
  if (value.kind === 'leaf') return value.text;
  const { open, entries, between, close } = value;
  const texts = entries.map(({ lead, head, value: inner, tail }) => lead + head + formatKeyed(inner) + tail);
  return open + texts.join(between) + close;
}

/** Equal for two values that mean the same, in whatever order their keys are. */
export function toCanonicalMeaning(value: KeyedValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value.kind === 'leaf') return value.meaning;
  const parts = value.entries.map((entry) => `${JSON.stringify(entry.key)}:${toCanonicalMeaning(entry.value)}`);
  return `{${parts.sort().join()}}`;
}
