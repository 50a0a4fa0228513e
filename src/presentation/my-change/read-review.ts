import type { LoadedChange } from '../../change/change.js';
import { readChange } from '../../change/read-change.js';
import { openPolicySession } from '../../policy/policy-session.js';
import { contentHash } from '../../review/content-hash.js';
import { listReworded, type Reworded } from '../../review/list-reworded.js';
import { reviewForHost } from '../../review/for-host.js';
import type { HostThing } from '../../review/review.js';
import { reviewWithSources, type ReviewWithSources } from '../../review/review-with-sources.js';
import type { TextMemory } from '../../text/text-memory.js';
import { collectCatalogFamilies } from '../../catalogs/collect-catalog-families.js';
import { findTranslationPlatform } from '../../review/find-translation-platform.js';
import type { ReadSibling } from './sibling-reader.js';
import { readChangedTexts, type ChangedText } from './text-changes.js';

/** A change with its review and what both follow from: data only. */
export interface ReviewedChange extends ReviewWithSources {
  /** Texts of the catalogs that the change leaves alone, in the other languages of those that it touches, by path. */
  readonly siblingTexts: ReadonlyMap<string, string>;
  /** What the change does to texts, in all their languages. */
  readonly texts: readonly ChangedText[];
  /** What it says otherwise in pages and code. */
  readonly reworded: readonly Reworded[];
  /** The platform that writes the languages which the change leaves alone, where anything tells of one. */
  readonly platform?: string | undefined;
  /** Stands for all content of the change: another text after any edit (`contentHash` of no item). */
  readonly contentHash: string;
}

export interface ReviewAsker {
  readonly environment: NodeJS.ProcessEnv;
  readonly as: string | undefined;
  /** What its host calls a pull request. */
  readonly thing?: HostThing;
  /** Remembers the other languages from one review to the next; each review reads them for itself where it is left out. */
  readonly readSibling?: ReadSibling;
  /** Remembers what follows from a text alone, likewise. */
  readonly remember?: TextMemory;
}

/**
 * Reviews everything since the base, what is not committed included, as `pm-zone review` does. `goesOn` is asked between the steps;
 * `undefined` where it said no. Rejects with a `GitError`.
 */
export async function readReview(
  root: string,
  { environment, as, thing = 'pull request', readSibling, remember }: ReviewAsker,
  goesOn: () => boolean,
): Promise<ReviewedChange | undefined> {
  const session = await openPolicySession({ cwd: root, environment, as });
  try {
    if (!goesOn()) return undefined;
    const loaded = await readChange(session.repository, { kind: 'worktree', base: session.base });
    if (!goesOn()) return undefined;
    const [reviewed, siblingTexts] = await Promise.all([
      reviewWithSources(session, loaded, remember),
      readSiblingTexts(loaded),
    ]);
    const texts = await readChangedTexts(loaded.change, siblingTexts, readSibling);
    const left = texts.flatMap(({ untouched, without }) => [...untouched, ...without].map(({ path }) => path));
    const platform = await findTranslationPlatform(session.repository.git, loaded, [...new Set(left)]);
    const review = reviewForHost(reviewed.review, thing);
    const reworded = listReworded(loaded.change.files);
    return {
      ...reviewed,
      review,
      siblingTexts,
      texts,
      reworded,
      platform,
      contentHash: contentHash('', loaded.change),
    };
  } finally {
    session.close();
  }
}

/** They were read for the review already, and reading is memoised. */
async function readSiblingTexts({ change, snapshot }: LoadedChange): Promise<ReadonlyMap<string, string>> {
  const families = await collectCatalogFamilies(change.files, snapshot);
  return new Map(
    families
      .flat()
      .flatMap(({ path, file, after }) =>
        file === undefined && after?.text !== undefined ? [[path, after.text]] : [],
      ),
  );
}
