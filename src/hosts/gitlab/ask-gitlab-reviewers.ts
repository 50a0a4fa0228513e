import { orTrouble, type HostTroubleKind } from '../host-error.js';
import { isSameName } from '../is-same-name.js';
import { inTurn } from '../http/in-turn.js';
import type { AskedReviewers, NotDone } from '../pull-request-host.js';
import type { GitlabMerge, GitlabMergeRequests } from './gitlab-merge-requests.js';

/**
 * Asks for the reviews of handles (`@erin`), besides those who are asked already, and never of the author. GitLab takes people by their numbers and
 * no groups, and passes over in silence whom it does not take: whoever is no reviewer in the end is named with the reason. So is who gave a review before, unless
 * this is the `first` time that anybody is asked: GitLab takes a second request on its page alone.
 */
export async function askGitlabReviewers(
  merges: GitlabMergeRequests,
  { number, author }: Pick<GitlabMerge, 'number' | 'author'>,
  wanted: readonly string[],
  first = true,
): Promise<AskedReviewers> {
  const notAsked: NotDone[] = [];
  const people = wanted.filter((what) => {
    const why = whyNever(what, author);
    if (why !== undefined) notAsked.push({ what, why });
    return why === undefined;
  });
  if (people.length === 0) return { asked: [], notAsked };
  // The list is replaced as a whole: whom somebody asked a moment ago has to be on it.
  const now = await orTrouble(() => merges.read(number));
  if ('trouble' in now) return { asked: [], notAsked: [...notAsked, ...all(people, whyNot(now.trouble.kind))] };
  const { reviewers } = now.value;
  const isOn = (list: GitlabMerge['reviewers'], handle: string): boolean =>
    list.some(({ username }) => isSame(username, handle));
  const on = people.filter((handle) => isOn(reviewers, handle));
  const stands = first || on.length === 0 ? { value: [] } : await orTrouble(() => merges.listReviewers(number));
  const given = 'value' in stands ? stands.value.filter(({ state }) => answers.has(state)) : [];
  const answered = on.filter((handle) => given.some(({ username }) => isSame(username, handle)));
  notAsked.push(...all(answered, onItsPage));
  const asked = on.filter((handle) => !answered.includes(handle));
  const found = await inTurn(
    people.filter((handle) => !on.includes(handle)),
    (handle) => find(merges, handle),
  );
  notAsked.push(...found.flatMap((each) => ('why' in each ? [each] : [])));
  const asking = found.flatMap((each) => ('id' in each ? [each] : []));
  if (asking.length === 0) return { asked, notAsked };
  const ids = [...reviewers, ...asking].map(({ id }) => id);
  const changed = await orTrouble(() => merges.update(number, { reviewer_ids: ids }));
  const names = asking.map(({ what }) => what);
  if ('trouble' in changed) return { asked, notAsked: [...notAsked, ...all(names, whyNot(changed.trouble.kind))] };
  const isAsked = (handle: string): boolean => isOn(changed.value.reviewers, handle);
  return {
    asked: [...asked, ...names.filter(isAsked)],
    notAsked: [
      ...notAsked,
      ...all(
        names.filter((handle) => !isAsked(handle)),
        passedOver,
      ),
    ],
  };
}

/** How GitLab says that somebody gave a review, and waits for no other. */
const answers: ReadonlySet<string> = new Set(['requested_changes', 'reviewed']);

const onItsPage =
  'they reviewed it before, and GitLab takes a second request on its page alone (the arrows beside the name), so tell them what is new';

const passedOver =
  'GitLab passed over them: it takes one reviewer alone where its plan has no more, and nobody who may not see the project';

function whyNever(handle: string, author: string | undefined): string | undefined {
  if (handle.includes('/')) return 'GitLab asks people for reviews, and no groups';
  return isSame(author ?? '', handle) ? 'nobody reviews their own merge request' : undefined;
}

async function find(
  merges: GitlabMergeRequests,
  what: string,
): Promise<NotDone | { readonly what: string; readonly id: number }> {
  const answer = await orTrouble(() => merges.findAccount(what.replace(/^@/, '')));
  if ('trouble' in answer) return { what, why: whyNot(answer.trouble.kind) };
  if (answer.value === undefined) return { what, why: 'no person has this name there' };
  return answer.value.state === 'active' ? { what, id: answer.value.id } : { what, why: 'the account is not active' };
}

function all(names: readonly string[], why: string): readonly NotDone[] {
  return names.map((what) => ({ what, why }));
}

function whyNot(kind: HostTroubleKind): string {
  return kind === 'forbidden' || kind === 'not-found'
    ? 'the token may not ask for reviews here'
    : 'GitLab could not be asked for it';
}

/** A name as GitLab has it, and one as the policy writes it. */
function isSame(username: string, handle: string): boolean {
  return isSameName(username, handle.replace(/^@/, ''));
}
