/** A text that a file asks for by a key that is written out, where what comes of it is shown and goes nowhere else. */
export interface AskedKey {
  readonly key: string;
  /** Where the key stands, without its quotation marks. */
  readonly at: number;
  readonly end: number;
}

/** Puts other keys in the place of some, which stand in their order in a text. */
export function writeKeys(text: string, asked: readonly AskedKey[], keys: readonly string[]): string {
  let written = '';
  let from = 0;
  for (const [index, { at, end }] of asked.entries()) {
    written += text.slice(from, at) + (keys[index] as string);
    from = end;
  }
  return written + text.slice(from);
}
