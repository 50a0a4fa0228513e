import type { OfferKind } from '../offer-kinds.js';
import { findOtherDocs } from './find-documents.js';
import { findFolderGlobs } from './folder-globs.js';
import { findPureGlobs, type GlobSeed } from './pure-globs.js';
import { isPlainPath, isSetAside } from './set-aside.js';

/** A glob that an engineer may open under the condition that goes with its kind. */
export interface Offer extends GlobSeed {
  readonly kind: OfferKind;
}

/** More lines of a kind nobody chooses from: those with the most files. */
const mostOfKind = 6;

/**
 * What PMs could change though it is code, or nobody knows who reads it: each only where an engineer says so. `inCode` are catalogs that are
 * programs; only what `isOpen` is among it.
 */
export function findOffers(
  paths: readonly string[],
  inCode: readonly GlobSeed[],
  isOpen: (path: string) => boolean,
): readonly Offer[] {
  const isCandidate = (path: string): boolean => isPlainPath(path) && !isSetAside(path) && isOpen(path);
  const texts = inCode.map(({ glob, paths: own }) => ({ glob, paths: own.filter(isOpen) }));
  const seeds: readonly (readonly [OfferKind, readonly GlobSeed[]])[] = [
    ['more-docs', findOtherDocs(paths, isOpen)],
    [
      'code-texts',
      findPureGlobs(
        texts.filter((seed) => seed.paths.length > 0),
        paths,
      ).globs,
    ],
    [
      'events',
      paths.filter((path) => isEvents(path) && isCandidate(path)).map((path) => ({ glob: path, paths: [path] })),
    ],
    ['components', findComponents(paths, isCandidate)],
  ];
  return seeds.flatMap(([kind, found]) =>
    [...found]
      .sort((one, other) => other.paths.length - one.paths.length)
      .slice(0, mostOfKind)
      .map((each) => ({ kind, ...each })),
  );
}

/** Files that list what is measured, by their names and the folders that they lie in. */
function isEvents(path: string): boolean {
  return events.test(path) && !/\.(?:test|spec|d)\.\w+$/u.test(path);
}

const events =
  /(?:^|\/)(?:analytics|telemetry|tracking|metrics)\/(?:[^/]+\/)?(?:\w+[-_.])?(?:events?|eventNames|event-names)\.(?:[jt]sx?|json|ya?ml|kt|swift|dart|py|rb)$|(?:^|\/)(?:analytics|telemetry|tracking)[-_.]?events?\.(?:[jt]sx?|json|ya?ml|kt|swift|dart|py|rb)$/iu;

/** The highest folders of components with each ending that they hold. */
function findComponents(paths: readonly string[], isCandidate: (path: string) => boolean): readonly GlobSeed[] {
  const own = paths.filter((path) => component.test(path) && isCandidate(path) && !ofTests.test(path));
  const roots = [...new Set(own.map((path) => path.replace(component, '$1')))];
  const wanted = new Set(own);
  return findFolderGlobs(
    roots,
    wanted,
    paths.filter((path) => !ofTests.test(path)),
  );
}

const component = /^((?:[^/]+\/)*?(?:components|widgets))\/(?:.+\/)?[^/]+\.(?:tsx|jsx|vue|svelte)$/u;
const ofTests = /\.(?:test|spec|stories|story)\.\w+$/u;
