import { HostError } from '../host-error.js';
import type { GithubPeople } from './github-people.js';
import { githubBaseChanges } from './github-replies.js';

const query =
  'query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){pullRequest(number:$number){' +
  'timelineItems(last:1,itemTypes:[BASE_REF_CHANGED_EVENT,AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]){nodes{' +
  '... on BaseRefChangedEvent{createdAt} ... on AutomaticBaseChangeSucceededEvent{createdAt}}}}}}';

/**
 * When a pull request was last sent to another base, by somebody or by GitHub itself where the base was deleted; `null` for never. GitHub keeps
 * the approvals of a pull request that goes to another base, where it is another change.
 */
export async function readRetargeting({ host, owner, name }: GithubPeople, number: number): Promise<string | null> {
  const reply = await host.api.query({ query, variables: { owner, name, number } }, githubBaseChanges);
  const pull = reply.data.repository?.pullRequest;
  if (pull) return pull.timelineItems.nodes.at(-1)?.createdAt ?? null;
  throw new HostError({
    kind: 'incomplete',
    sentence: `GitHub does not say whether pull request ${number} was sent to another base, so no approval could count. Try again in a minute.`,
  });
}
