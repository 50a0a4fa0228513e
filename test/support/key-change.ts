import type { ChangedFile, FileVersion } from '../../src/change/change.js';
import { changesWordsOnly } from '../../src/review/gates/words-only/changes-words-only.js';
import { createKeyTexts } from '../../src/review/gates/words-only/keys/key-texts.js';
import type { ReviewContext } from '../../src/review/check.js';

/** The catalogs of a repository by their paths, before a change and after. */
export type CatalogTexts = Readonly<Record<string, readonly [before: string | undefined, after: string | undefined]>>;

/** Stands for a file that has no text. */
export const unread = '\0';

/** Is a change of a file one of words, in a repository that has these catalogs? `isSearched`: git finds what is looked for. */
export async function isOfKeys(
  path: string,
  before: string,
  after: string,
  catalogs: CatalogTexts,
  isSearched = true,
): Promise<boolean> {
  const version = (text: string | undefined): FileVersion | undefined =>
    text === undefined
      ? undefined
      : { mode: '100644', oid: undefined, bytes: text.length, ...(text === unread ? { unread: 'binary' } : { text }) };
  const sides = { path, before: version(before), after: version(after) } as ChangedFile;
  const read = (side: 'base' | 'head', paths: readonly string[]): ReadonlyMap<string, FileVersion> =>
    new Map(
      paths.flatMap((each) => {
        const text = version(catalogs[each]?.[side === 'base' ? 0 : 1]);
        return text === undefined ? [] : [[each, text] as const];
      }),
    );
  const changed = Object.keys(catalogs).filter((each) => catalogs[each]?.[0] !== catalogs[each]?.[1]);
  const context = {
    change: { files: [sides, ...changed.map((each) => ({ path: each }))] },
    snapshot: {
      search: async ([expression = '']: readonly string[]) =>
        Promise.resolve(
          isSearched
            ? Object.keys(catalogs).filter((each) => new RegExp(expression).test(catalogs[each]?.[0] ?? ''))
            : undefined,
        ),
      read: async (side: 'base' | 'head', paths: readonly string[]) => Promise.resolve(read(side, paths)),
    },
  } as unknown as Pick<ReviewContext, 'change' | 'snapshot'>;
  return changesWordsOnly(sides, createKeyTexts(context));
}
