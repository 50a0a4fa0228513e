import { toPlainLine } from '../git/git-error.js';
import type { Tip } from '../git/find-base.js';
import { isAncestor } from './git-store/commit-graph.js';
import { readHead, readRef, requireBranch } from './git-store/branches.js';
import { isAmendedHere } from './git-store/is-amended-here.js';
import { getLatest, type GetLatestOptions, type LatestResult } from './get-latest.js';
import { attempt, type OperationOutcome } from './operation-outcome.js';
import type { Work } from './work.js';

/**
 * As `getLatest`, and before it what others committed to this very branch on a remote, such as an engineer who helps with it: without
 * that the PM could send nothing more. Where files of that wait for the merge editor, the base is left for the next time. A commit that was sent, and amended
 * here since, is nobody else's: the PM's stands.
 */
export function getAllLatest(work: Work, options: GetLatestOptions): Promise<OperationOutcome<LatestResult>> {
  return attempt<LatestResult>(async () => {
    const { fetch, ...known } = options;
    const came: string[] = [];
    for (const own of await findOwnTips(work)) {
      const fetched = await fetch?.(work, own);
      if (fetched?.done === false) {
        if (fetched.reason !== 'branch-gone' && fetched.reason !== 'git') return fetched;
        // It is gone there, or the remote is: where that matters the base says so.
        continue;
      }
      const tip = fetched ?? own;
      const { branch, commit } = requireBranch({ head: await readHead(work) });
      if (tip.ref === options.base.ref || (await isAncestor(work, tip.commit, commit))) continue;
      const keepsOwn = await isAmendedHere(work, branch, tip.commit, commit);
      const brought = await getLatest(work, { ...known, base: tip, keepsOwn });
      if (!brought.done || brought.conflicts.length > 0) return brought;
      came.push(
        keepsOwn
          ? `“${toPlainLine(tip.ref)}” had a commit of yours as it was before you changed it here; yours stands, and can be sent.`
          : `What others committed to “${toPlainLine(tip.ref)}” is in your change now.`,
      );
    }
    const latest = await getLatest(work, options);
    if (came.length === 0) return latest;
    if (!latest.done && latest.reason !== 'nothing-to-do') return { ...latest, sentence: say(came, latest.sentence) };
    return latest.done
      ? { ...latest, sentence: say(came, latest.sentence) }
      : { done: true, sentence: say(came), conflicts: [] };
  });
}

function say(came: readonly string[], more = ''): string {
  return [...came, more].join(' ').trim();
}

/** The branch that is checked out, as each remote that has it had it last. */
async function findOwnTips(work: Work): Promise<readonly Tip[]> {
  const { branch } = requireBranch({ head: await readHead(work) });
  const tips: Tip[] = [];
  for (const { name } of work.repository.remotes) {
    const ref = `${name}/${branch}`;
    const commit = await readRef(work, `refs/remotes/${ref}`);
    if (commit !== undefined) tips.push({ ref, commit });
  }
  return tips;
}
