import type { PolicyProblem } from '../../policy/policy.js';
import type { Revision } from '../../policy/revision.js';

/** Workflows of GitHub that run the gate at the place that its template holds open: the job fails, no status comes, and nobody is held up. */
export async function findUnsetGate(paths: readonly string[], revision: Revision): Promise<readonly PolicyProblem[]> {
  const workflows = paths.filter((path) => /^\.github\/workflows\/[^/]*pm-zone[^/]*\.ya?ml$/iu.test(path));
  const files = await revision.readPlain(workflows.slice(0, mostFiles));
  return [...files].flatMap(([file, { content }]): readonly PolicyProblem[] => {
    const lines = content === undefined ? [] : new TextDecoder().decode(content).split('\n');
    const line =
      lines.findIndex((each) => /^\s{0,100}(?:-\s{1,10})?uses:\s{1,10}\S{1,200}@0{40}(?:\s|$)/u.test(each)) + 1;
    const message =
      'The gate runs no release of PM Zone: here stand the zeros of its template, so the job fails and posts no status. Put the 40 characters of a release’s commit in their place.';
    return line === 0 ? [] : [{ severity: 'warning', file, line, message }];
  });
}

const mostFiles = 20;
