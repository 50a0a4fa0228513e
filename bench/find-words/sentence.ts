import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minimatch } from 'minimatch';
import { parse } from 'yaml';
import type { ProductText } from '../../src/presentation/words/product-text.js';

/** How what is typed differs from what the catalog has. */
export const kinds = ['written', 'values', 'plural', 'language', 'typo', 'cut', 'marks', 'beside'] as const;

/** What a PM types of what they see on the screen, and which texts would be right. */
export interface Sentence {
  readonly typed: string;
  readonly kind: (typeof kinds)[number];
  /** A third of the sentences, drawn by lot, is put aside: nobody looks at them while the search is being worked on. */
  readonly part: 'open' | 'aside';
  /** Any of them is right: the same words stand under several keys. `path` is a glob. */
  readonly expect: readonly { readonly path: string; readonly key: string }[];
}

/** The sentences of one product. */
export interface Product {
  /** `owner/name` on github.com. */
  readonly repository: string;
  readonly commit: string;
  readonly sentences: readonly Sentence[];
}

/** The products of every file of `folder`, in the order of their names. Throws where a file is no YAML. */
export function readProducts(folder: string): readonly Product[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.toSorted().map((name) => parse(readFileSync(join(folder, name), 'utf8')) as Product);
}

/** Is one of the first three texts a right one? */
export function isFound({ expect }: Sentence, found: readonly ProductText[]): boolean {
  return found
    .slice(0, 3)
    .some((text) =>
      expect.some(({ path, key }) => minimatch(text.path, path) && text.key !== undefined && isSame(text.key, key)),
    );
}

/** A sentence may be a key, and is then shown cut off, with the number of a form behind it or what it depends on before it. */
function isSame(found: string, expected: string): boolean {
  const [one, other] = [found, expected].map((key) => key.match(/[\p{L}\p{N}_-]+/gu) ?? []) as unknown as [
    string[],
    string[],
  ];
  if (found.length > 100) return other.join(' ').includes(one.slice(0, 8).join(' '));
  return one.length >= other.length && one.some((_, start) => other.every((word, at) => one[start + at] === word));
}
