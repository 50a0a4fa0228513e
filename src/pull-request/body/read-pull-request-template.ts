import type { RepositorySnapshot } from '../../change/change.js';
import type { PolicyFile } from '../../policy/policy.js';

/** Where hosts look for a template: GitHub's documentation ("in the root, docs or .github folder", any case), GitLab's ("Default.md"). */
const places = [
  /^\.github\/pull_request_template\.(?:md|txt)$/i,
  /^pull_request_template\.(?:md|txt)$/i,
  /^docs\/pull_request_template\.(?:md|txt)$/i,
  /^\.gitlab\/merge_request_templates\/default\.md$/i,
];

/** The repository's own pull-request template as the base has it, the first place that has one. */
export async function readPullRequestTemplate(snapshot: RepositorySnapshot): Promise<PolicyFile | undefined> {
  const paths = await snapshot.paths('base');
  const path = places.flatMap((place) => paths.find((each) => place.test(each)) ?? [])[0];
  if (path === undefined) return undefined;
  const text = (await snapshot.read('base', [path])).get(path)?.text;
  return text === undefined ? undefined : { path, text };
}
