import type { CatalogEntry } from '../../catalogs/catalog.js';
import type { Manner } from './find-trouble.js';

/** What is written on its own: a text in one language, a form of it, or a case of it. */
export interface WordsPart {
  readonly path: string;
  readonly keyPath: string;
  /** Which piece it is of a text with an ICU plural or select, where the text has been taken apart. */
  readonly arm: number | undefined;
  /** `one`, `=0`, `female`; of the words around a plural `before` or `after`; empty where the text has no forms. */
  readonly form: string;
  readonly kind: 'text' | 'plural' | 'ordinal' | 'select' | 'around';
  /** What its plural or select asks for, where the text has several of them: numbered where two ask for the same. */
  readonly argument?: string;
  /** Numbers that are said so. */
  readonly numbers: readonly number[];
  readonly value: string;
  /** In signs. */
  readonly length: number;
  /** A digest of the value: a save names the one that its page showed. */
  readonly mark: string;
  readonly placeholders: readonly string[];
  /** As it may stand on the screen. */
  readonly preview: string;
  /** The same with other words in place of this part; `filled`: the placeholders that the product fills in. */
  readonly previewWith: (typed: string, filled?: readonly string[]) => string;
  readonly entry: CatalogEntry;
  /** What the whole text and this part said before the change, where that was something else. */
  readonly before?: { readonly entry: string; readonly part: string };
  /** What users read while English leaves it empty: the words in the code. */
  readonly inCode?: string;
  /** The original, as far as it is known, of what said nothing before: what is written there has to have what that has. */
  readonly original?: string;
  /** The change brought the text. */
  readonly isNew?: true;
  /** Where it stands in the entry's value. */
  readonly start: number;
  readonly end: number;
}

/** A text in one language. */
export interface WordsLanguage {
  readonly path: string;
  readonly locale: string | undefined;
  /** None where the language does not have it, or its file cannot be read (`trouble`). */
  readonly parts: readonly WordsPart[];
  readonly trouble?: string;
  /** It does not have the text, and can be given it. */
  readonly isOpen?: true;
}

/** One text of a catalog in all its languages. */
export interface Words {
  /** As one writes it: `home.title`. */
  readonly key: string;
  /** The language that was asked for first, then English, then as they were given. */
  readonly languages: readonly WordsLanguage[];
  /** The original's words, where they are the key and none of the languages has them: they stand in the code. */
  readonly inCode?: string;
  readonly manner: Manner;
  /** The text that was asked for, and the keys of its file in their order. */
  readonly asked: CatalogEntry;
  readonly order: readonly CatalogEntry['path'][];
}
