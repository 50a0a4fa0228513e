import type { RepositorySnapshot } from '../../change/change.js';
import type { PolicyFile } from '../../policy/policy.js';
import type { RepositoryHost } from '../repository-host.js';

/** Where each host looks for a template, any case: GitHub's documentation ("in the root, docs or .github folder"), GitLab's ("Default.md"). */
const places: Readonly<Record<RepositoryHost['kind'], readonly RegExp[]>> = {
  github: [
    /^\.github\/pull_request_template\.(?:md|txt)$/i,
    /^pull_request_template\.(?:md|txt)$/i,
    /^docs\/pull_request_template\.(?:md|txt)$/i,
  ],
  gitlab: [/^\.gitlab\/merge_request_templates\/default\.md$/i],
};

/**
 * The repository's own pull-request template as the base has it, the first place that has one: of the host that it lies on, else of the other,
 * since many repositories moved from one to the other.
 */
export async function readPullRequestTemplate(
  snapshot: RepositorySnapshot,
  kind: RepositoryHost['kind'] = 'github',
): Promise<PolicyFile | undefined> {
  const paths = await snapshot.paths('base');
  const other = kind === 'github' ? 'gitlab' : 'github';
  const path = [...places[kind], ...places[other]].flatMap((place) => paths.find((each) => place.test(each)) ?? [])[0];
  if (path === undefined) return undefined;
  const text = (await snapshot.read('base', [path])).get(path)?.text;
  return text === undefined ? undefined : { path, text };
}
