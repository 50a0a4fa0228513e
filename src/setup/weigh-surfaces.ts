import { whyClosed, type ClosedFiles } from '../doctor/why-closed.js';
import type { TrackedPaths } from '../git/list-tracked.js';
import { identify } from '../policy/asking.js';
import type { Judgement, Policy } from '../policy/policy.js';
import { createJudges, type JudgePath } from '../policy/tracked-judge.js';
import type { SensitiveFolder } from './surfaces/find-sensitive-folders.js';
import type { Surface } from './survey-repository.js';
import type { LeftOut } from './surveyed-files.js';

/** Files of one owner or several, as CODEOWNERS names them. */
export interface OwnedFiles {
  readonly owners: readonly string[];
  readonly files: number;
}

/** A line that opens, with what it comes to. */
export interface OpenedSurface extends Omit<Surface, 'paths'> {
  readonly files: number;
  /** How many of them one of the PMs may change alone. */
  readonly editable: number;
  /** Those that stay closed since others own them. */
  readonly owned: readonly OwnedFiles[];
  /** Why the others stay closed. */
  readonly closed: readonly ClosedFiles[];
  readonly examples: readonly string[];
}

/** A line that closes, with who has to agree to a change there anyway. */
export interface ClosedFolder extends Omit<SensitiveFolder, 'paths'> {
  readonly files: number;
  readonly owned: readonly OwnedFiles[];
  readonly unowned: number;
}

export interface WeighedSurfaces {
  readonly kept: readonly Surface[];
  readonly opened: readonly OpenedSurface[];
  readonly left: readonly LeftOut[];
}

/** What a policy judges a path as for a PM of these names; without any as for anybody. */
export function judgeFor(policy: Policy, tracked: TrackedPaths, names: readonly string[], today: string): JudgePath {
  return createJudges(tracked, tracked.paths)({ policy, asking: identify(policy, names) }, { today });
}

/**
 * What each surface comes to for the PMs. One that opens no file, to them or to anybody who had its folder, is left out and said why: a
 * line that opens nothing only looks like something.
 */
export function weighSurfaces(
  surfaces: readonly Surface[],
  judges: readonly JudgePath[],
  anybody: JudgePath,
): WeighedSurfaces {
  const kept: Surface[] = [];
  const opened: OpenedSurface[] = [];
  const left: LeftOut[] = [];
  for (const surface of surfaces) {
    const { kind, glob, paths } = surface;
    const editable = new Set(paths.filter((path) => judges.some((judge) => judge(path).standing === 'editable')));
    const isOpenable = editable.size > 0 || paths.some((path) => anybody(path).standing === 'editable');
    const closed = paths.map(anybody).filter(({ standing }) => standing === 'locked');
    if (isOpenable) {
      kept.push(surface);
      const examples = [...editable, ...paths].slice(0, 3);
      const shut = paths.filter((path) => !editable.has(path));
      const owned = countOwners(shut.map(anybody).filter(isOwned));
      const forPm = judges[0] ?? anybody;
      const others = shut.filter((path) => !isOwned(anybody(path))).map((path) => forPm(path).row);
      opened.push({
        kind,
        glob,
        files: paths.length,
        editable: editable.size,
        owned,
        closed: whyClosed(others),
        examples,
      });
    } else left.push({ what: glob, files: paths.length, why: describeClosed(closed) });
  }
  return { kept, opened, left };
}

function isOwned({ row }: Judgement): boolean {
  return row === 4;
}

function describeClosed(closed: readonly Judgement[]): string {
  const [most] = countOwners(closed.filter(isOwned));
  return most === undefined
    ? 'files of that name are always locked'
    : `${most.owners.slice(0, 3).join(', ')} own it; it opens where they are among the reviewers of a PM and it lies in one of the PM’s feature folders`;
}

/** Who owns what of the folders that are closed. */
export function weighClosed(folders: readonly SensitiveFolder[], anybody: JudgePath): readonly ClosedFolder[] {
  return folders.map(({ matter, glob, paths }) => {
    const judged = paths.map(anybody);
    const owned = countOwners(judged.filter(({ owners }) => owners.length > 0));
    return {
      matter,
      glob,
      files: paths.length,
      owned,
      unowned: judged.filter(({ owners }) => owners.length === 0).length,
    };
  });
}

function countOwners(judged: readonly Judgement[]): readonly OwnedFiles[] {
  const counts = new Map<string, { readonly owners: readonly string[]; files: number }>();
  for (const { owners } of judged) {
    const key = owners.join(' ');
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { owners, files: 1 });
    else known.files += 1;
  }
  return [...counts.values()].toSorted((one, other) => other.files - one.files);
}
