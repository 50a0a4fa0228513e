import { runGitLines, type Work } from '../work.js';

/** How far back what became of a branch is looked at. */
const mostSteps = 200;

/**
 * Whether all that another tip of a branch has more is one commit that was amended here: one's own as it was before, which nobody else made. Goes by
 * git's own notes of the branch; where it has none, nothing is known.
 */
export async function isAmendedHere(work: Work, branch: string, tip: string, commit: string): Promise<boolean> {
  const more = await runGitLines(work, ['rev-list', '--max-count=2', tip, `^${commit}`, '--']);
  if (more.length !== 1) return false;
  const args = ['reflog', 'show', `--max-count=${mostSteps}`, '--format=%H %gs', `refs/heads/${branch}`, '--'];
  const steps = await runGitLines(work, args);
  const at = steps.findIndex((step) => step.startsWith(`${tip} `));
  const [amended = '', how = ''] = /^(\S+) (.*)$/u.exec(steps[at - 1] ?? '')?.slice(1) ?? [];
  if (!how.startsWith('commit (amend)')) return false;
  const [before, after] = await runGitLines(work, ['log', '--no-walk=unsorted', '--format=%ce', tip, amended, '--']);
  return before === after;
}
