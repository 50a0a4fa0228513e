import type { OfferKind } from './offer-kinds.js';
import { findCopy } from './surfaces/find-copy.js';
import { findDocs, findPrompts } from './surfaces/find-documents.js';
import { findFlagFiles } from './surfaces/find-flag-files.js';
import { findOffers } from './surfaces/find-offers.js';
import { findSensitiveFolders, type SensitiveFolder } from './surfaces/find-sensitive-folders.js';
import { findPureGlobs, type GlobSeed } from './surfaces/pure-globs.js';
import type { LeftOut, SurveyedFiles } from './surveyed-files.js';

/** What kind of files a line of the zone opens. */
export type SurfaceKind = 'copy' | 'flags' | 'prompts' | 'docs' | OfferKind;

/** A glob that could open files of one kind, with those that it holds now: it matches no other. */
export interface Surface extends GlobSeed {
  readonly kind: SurfaceKind;
}

/** What a repository holds that a pilot's policy is about. */
export interface Survey {
  readonly surfaces: readonly Surface[];
  /** What is proposed to nobody, and can be asked for. */
  readonly offers: readonly Surface[];
  readonly closed: readonly SensitiveFolder[];
  readonly left: readonly LeftOut[];
  /** Keys of the flags, by their files. */
  readonly flagFiles: ReadonlyMap<string, readonly string[]>;
  /** A path by which the product seems to be under a regime. */
  readonly regulatedBy: string | undefined;
}

/**
 * Looks for what product managers could change alone, precisely rather than completely: code is never among it, nor tests, examples, what
 * machines write, or what its name says is of lawyers and engineers. What is seen and left out is said; of code that PMs could change under a
 * condition it is said what that would be. Where folders are named, what opens lies in them. Rejects with a `GitError`.
 */
export async function surveyRepository(
  files: SurveyedFiles,
  isRegulated: boolean | undefined,
  within: readonly string[] = [],
): Promise<Survey> {
  const { paths } = files;
  const isWithin = (path: string): boolean =>
    within.length === 0 || within.some((folder) => path.startsWith(`${folder}/`));
  const [copy, flags, docs] = await Promise.all([findCopy(files), findFlagFiles(files), findDocs(files)]);
  const sensitive = findSensitiveFolders(paths, isRegulated);
  const lawful = findPureGlobs(copy.legal, paths).globs.map((each) => ({ ...each, matter: 'legal texts' }));
  const closed = [...sensitive.folders, ...lawful];
  const bystanders = {
    closed: new Set(closed.flatMap((each) => each.paths)),
    harmless: new Set(copy.wordless),
  };
  const kinds: readonly (readonly [SurfaceKind, readonly GlobSeed[]])[] = [
    ['copy', copy.seeds],
    ['flags', flags.map(({ path }) => ({ glob: path, paths: [path] }))],
    ['prompts', findPrompts(paths)],
    ['docs', docs],
  ];
  const surfaces: Surface[] = [];
  const left = [...copy.left];
  for (const [kind, seeds] of kinds) {
    const isOpen = (path: string): boolean => !bystanders.closed.has(path);
    const open = seeds.map((seed) => ({ ...seed, paths: seed.paths.filter((path) => isOpen(path) && isWithin(path)) }));
    const { globs, rest } = findPureGlobs(
      open.filter((seed) => seed.paths.length > 0),
      paths,
      bystanders,
    );
    surfaces.push(...globs.map((glob) => ({ kind, ...glob })));
    const shut = seeds.flatMap((seed) => seed.paths.filter((path) => !isOpen(path)));
    left.push(...leftOut(rest, otherFiles), ...leftOut(shut, closedFiles));
  }
  const held = new Set(surfaces.flatMap((surface) => surface.paths));
  const offers = findOffers(
    paths,
    copy.inCode,
    (path) => isWithin(path) && !bystanders.closed.has(path) && !held.has(path),
  );
  const untold = (found: readonly string[]): readonly string[] => found.filter((path) => !held.has(path));
  return {
    surfaces,
    offers,
    closed,
    left: [...left, ...leftOut(untold(copy.wordless), withoutTexts), ...leftOut(untold(copy.unread), unreadable)],
    flagFiles: new Map(flags.map(({ path, keys }) => [path, keys])),
    regulatedBy: sensitive.regulatedBy,
  };
}

/** Paths by the first of them. */
function leftOut(paths: readonly string[], why: string): readonly LeftOut[] {
  const [what] = paths;
  return what === undefined ? [] : [{ what, files: paths.length, why }];
}

const otherFiles =
  'no short list of globs opens these files without opening others; write globs for them by hand if PMs are to change them';
const withoutTexts = 'they lie where texts do, but hardly any text could be read in them';
const unreadable =
  'they lie where texts do, but cannot be read as a file of texts, so no change of them could be checked';
const closedFiles = 'what lies there is closed as a whole';
