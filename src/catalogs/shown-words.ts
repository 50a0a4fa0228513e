import type { CatalogEntry } from './catalog.js';

export interface ShownWords {
  readonly words: string;
  /** The catalog leaves the text empty, and the product shows the words in the code. */
  readonly isInCode: boolean;
}

/** What users read of a text: where its catalog leaves it empty and its format says so, the words in the code. */
export function shownWords({ value, inCode }: Pick<CatalogEntry, 'value' | 'inCode'>): ShownWords {
  return { words: inCode ?? value, isInCode: inCode !== undefined };
}
