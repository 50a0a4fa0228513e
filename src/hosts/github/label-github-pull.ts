import type { GithubPullRequests } from '../github-pull-requests.js';
import { orTrouble, type HostTroubleKind } from '../host-error.js';
import { isSameName } from '../is-same-name.js';
import type { HostedPullRequest, NotDone } from '../pull-request-host.js';

/**
 * Gives a pull request the labels that it lacks. One that the repository lacks is created first, where that is allowed. What it does not have
 * in the end is given back with the reason: no label is lost in silence, and none besides `wanted` is ever set.
 */
export async function labelGithubPull(
  pulls: GithubPullRequests,
  pull: Pick<HostedPullRequest, 'number' | 'labels'>,
  wanted: readonly string[],
): Promise<readonly NotDone[]> {
  const lacking = wanted.filter((label) => !has(pull.labels, label));
  if (lacking.length === 0) return [];
  const listed = await orTrouble(() => pulls.listLabels());
  if ('trouble' in listed) return lacking.map((what) => ({ what, why: whyNot(listed.trouble.kind) }));
  const known = listed.value.map(({ name }) => name);
  const notDone: NotDone[] = [];
  const there: string[] = [];
  for (const label of lacking) {
    const created = has(known, label) ? undefined : await orTrouble(() => pulls.createLabel(label));
    // "Refused" is also what somebody gets who creates it at the same moment as we: setting it tells.
    if (created === undefined || 'value' in created || created.trouble.kind === 'refused') there.push(label);
    else notDone.push({ what: label, why: `the repository has no such label, and it could not be created` });
  }
  if (there.length === 0) return notDone;
  const added = await orTrouble(() => pulls.addLabels(pull.number, there));
  const set = 'value' in added ? added.value : [];
  const why = 'value' in added ? 'GitHub did not set it' : whyNot(added.trouble.kind);
  return [...notDone, ...there.filter((label) => !has(set, label)).map((what) => ({ what, why }))];
}

function has(labels: readonly string[], wanted: string): boolean {
  return labels.some((label) => isSameName(label, wanted));
}

/** GitHub says "not found" to whoever may not set one. */
function whyNot(kind: HostTroubleKind): string {
  return kind === 'forbidden' || kind === 'not-found'
    ? 'the token may not set labels here'
    : 'GitHub could not be asked for it';
}
