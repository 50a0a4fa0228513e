import { classifyFile } from '../../change/classify-file.js';
import type { Asking } from '../../policy/policy.js';
import type { TextUsers } from '../linked-plan.js';
import type { PlanningDoc } from '../planning-doc.js';

/** What a planning doc is held against. */
export interface PlanFitContext {
  readonly asking: Asking;
  /** The changed paths that are no planning docs. */
  readonly code: readonly string[];
  /** All of them are flag files, which may lie outside every feature folder. */
  readonly flagsOnly: boolean;
  /** Texts and pictures among them, which may lie in one place for all features: they are of the one plan that the change brings, where it brings one. */
  readonly texts: ReadonlySet<string>;
  readonly brought: string | undefined;
  /** Who asks for texts, where it was looked for. */
  readonly users: TextUsers;
  /** Flags that the change adds, changes or removes. */
  readonly touchedFlags: ReadonlySet<string>;
  /** Every flag there is at head. */
  readonly knownFlags: ReadonlySet<string>;
  /** Does a changed file refer to the flag? */
  readonly mentions: (flag: string) => boolean;
}

/** How well a doc fits; the higher, each in its turn, the better. */
export interface MatchingFit {
  readonly isOpen: boolean;
  readonly touches: boolean;
  readonly covers: number;
  readonly depth: number;
}

/**
 * Does the doc justify the change, by folder and flag (design §5)? By folder: the folder that it names, in which it must lie (else the
 * one it lies in), is one of the PM's and holds changed files; a change of flag files alone needs the flag instead. Texts that lie elsewhere
 * are those of the plan that comes with them, or of the folder whose code asks for each of them, where none of them may be other code's alone.
 * By flag: its Flag is among those that the change touches, else one that the code refers to or that is the PM's. In doubt it does not.
 * `near-miss`: by folder or by flag, but not by both.
 */
export function fitPlan(doc: PlanningDoc, path: string, scene: PlanFitContext): MatchingFit | 'near-miss' | undefined {
  const folder = featureFolderOf(doc, path);
  const isInside = (file: string): boolean => file.startsWith(`${String(folder)}/`);
  const isAskedForInside = (file: string): boolean =>
    scene.users.get(file)?.every((users) => users.some(isInside)) === true;
  // One catalog of another feature, or of which nobody can tell, says that the change is not this one's alone.
  const areAskedForInside = catalogsOf(scene).every((file) => isInside(file) || isAskedForInside(file));
  const isCovered = (file: string): boolean =>
    isInside(file) ||
    (path === scene.brought && scene.texts.has(file)) ||
    (areAskedForInside && isAskedForInside(file));
  const covers = folder === undefined ? 0 : scene.code.filter(isCovered).length;
  const touches = doc.flags.some((flag) => scene.touchedFlags.has(flag));
  const byFolder =
    folder !== undefined && isOwnFolder(folder, scene.asking) && (covers > 0 || (scene.flagsOnly && touches));
  if (byFolder && fitsByFlag(doc, touches, scene)) {
    return {
      isOpen: doc.status !== 'Shipped' && doc.status !== 'Retired',
      touches,
      covers,
      depth: folder.split('/').length,
    };
  }
  return byFolder || touches || covers > 0 ? 'near-miss' : undefined;
}

/** The changed catalogs, where it was looked for who asks for their texts. */
function catalogsOf({ texts, users }: PlanFitContext): readonly string[] {
  return users.size === 0 ? [] : [...texts].filter((file) => classifyFile(file) === 'copy');
}

/** Comparator: best match first. */
export function compareFits(one: MatchingFit, other: MatchingFit): number {
  return (
    Number(other.touches) - Number(one.touches) ||
    Number(other.isOpen) - Number(one.isOpen) ||
    other.covers - one.covers ||
    other.depth - one.depth
  );
}

/** The folder that the doc is for. One that it names without lying in it, and the repository's root, are none. */
function featureFolderOf(doc: PlanningDoc, path: string): string | undefined {
  if (doc.featureFolder !== undefined) return path.startsWith(`${doc.featureFolder}/`) ? doc.featureFolder : undefined;
  const slash = path.lastIndexOf('/');
  return slash < 0 ? undefined : path.slice(0, slash);
}

function isOwnFolder(folder: string, { rows }: Asking): boolean {
  const folders = rows.flatMap(({ featureFolders }) => featureFolders);
  return folders.length === 0 || folders.some((own) => folder === own || folder.startsWith(`${own}/`));
}

/** A doc without a flag is let through: it is incomplete, and that says more than that there is no doc. */
function fitsByFlag(
  doc: PlanningDoc,
  touches: boolean,
  { asking, touchedFlags, knownFlags, mentions }: PlanFitContext,
): boolean {
  if (doc.flags.length === 0 || touches) return true;
  if (touchedFlags.size > 0) return false;
  const own = asking.rows.flatMap(({ flags }) => flags);
  if (doc.flags.some((flag) => own.includes(flag) || mentions(flag))) return true;
  return own.length === 0 && (knownFlags.size === 0 || doc.flags.some((flag) => knownFlags.has(flag)));
}
