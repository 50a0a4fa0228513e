import { orTrouble, type HostTroubleKind } from '../host-error.js';
import { isSameName } from '../is-same-name.js';
import type { NotDone } from '../pull-request-host.js';
import type { GitlabMerge, GitlabMergeRequests } from './gitlab-merge-requests.js';

/**
 * Gives a merge request the labels that it lacks, of those that the project has: GitLab would make any other without a word, so it is never
 * named to it. What the merge request does not have in the end is given back with the reason.
 */
export async function labelGitlabMerge(
  merges: GitlabMergeRequests,
  merge: Pick<GitlabMerge, 'number' | 'labels'>,
  wanted: readonly string[],
): Promise<readonly NotDone[]> {
  const lacking = wanted.filter((label) => find(merge.labels, label) === undefined);
  if (lacking.length === 0) return [];
  const listed = await orTrouble(() => merges.listLabels());
  if ('trouble' in listed) return lacking.map((what) => ({ what, why: whyNot(listed.trouble.kind) }));
  const known = listed.value.map(({ name }) => name);
  const there = lacking.flatMap((label) => find(known, label) ?? []);
  const added = there.length === 0 ? undefined : await orTrouble(() => add(merges, merge.number, there));
  const set = added !== undefined && 'value' in added ? added.value : [];
  const why = added !== undefined && 'trouble' in added ? whyNot(added.trouble.kind) : 'GitLab did not set it';
  return lacking
    .filter((label) => find(set, label) === undefined)
    .map((what) => ({ what, why: find(there, what) === undefined ? 'the project has no such label' : why }));
}

async function add(merges: GitlabMergeRequests, number: number, labels: readonly string[]): Promise<readonly string[]> {
  return (await merges.update(number, { add_labels: labels.join(',') })).labels;
}

/** A label as it is written there: to GitLab one in other letters is another one. */
function find(labels: readonly string[], wanted: string): string | undefined {
  return labels.find((label) => label === wanted) ?? labels.find((label) => isSameName(label, wanted));
}

function whyNot(kind: HostTroubleKind): string {
  return kind === 'forbidden' || kind === 'not-found'
    ? 'the token may not set labels here'
    : 'GitLab could not be asked for it';
}
