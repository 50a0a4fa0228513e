import type { Tip } from '../../git/find-base.js';
import type { Change } from '../../change/change.js';
import { controlFilesOf } from '../../policy/control-files.js';
import { readTip } from '../../policy/read-tip.js';
import { commitRevision } from '../../policy/revision.js';
import { idsAt } from './ids-at.js';
import type { GateSession } from './read-proposed-policy.js';

/** The files that a policy is read from, and those of a change that would be merged into one of them by another name. */
export interface ControlFiles {
  readonly control: readonly string[];
  /** Nobody can say what these come to before the branch has what the base has. */
  readonly moved: readonly string[];
}

/**
 * The files that the policy is read from, on the base now and where the branch left it. Hosts follow a file that one side moved: an edit of its old
 * place goes along. Where the base did not go on, or its policy's files are the same in both, nothing else is read.
 */
export async function findControlFiles(
  { policy, repository: { objects }, cache }: GateSession,
  base: Tip,
  change: Change,
): Promise<ControlFiles> {
  const now = controlFilesOf(policy);
  const from = change.base.commit as string;
  if (from === base.commit) return { control: now, moved: [] };
  const [was, is] = await Promise.all([idsAt(objects, from, now), idsAt(objects, base.commit, now)]);
  const isSame = now.every((_, at) => was[at] === is[at]);
  const tip = isSame ? undefined : await readTip(commitRevision(objects, { ref: base.ref, commit: from }), cache);
  const control = tip === undefined ? now : [...new Set([...now, ...controlFilesOf({ tips: [tip] })])];
  const hasNew = now.some((_, at) => was[at] === 'missing' && is[at] !== 'missing');
  const edited = hasNew ? change.files.flatMap(({ path, before }) => (before === undefined ? [] : [path])) : [];
  const gone = await idsAt(objects, base.commit, edited);
  const sources = change.files.flatMap(({ path, renamedFrom }) =>
    renamedFrom !== undefined && control.includes(path) ? [renamedFrom] : [],
  );
  const [one, other] = await Promise.all([idsAt(objects, from, sources), idsAt(objects, base.commit, sources)]);
  return {
    control,
    moved: [...edited.filter((_, at) => gone[at] === 'missing'), ...sources.filter((_, at) => one[at] !== other[at])],
  };
}
