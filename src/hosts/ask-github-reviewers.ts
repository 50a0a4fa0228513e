import type { GithubPull, GithubPullRequests } from './github-pull-requests.js';
import { orTrouble, type HostTroubleKind } from './host-error.js';
import { isSameName } from './is-same-name.js';
import type { AskedReviewers, NotDone } from './pull-request-host.js';

/** What is reviewed, and whether this is the `first` time that anybody is asked, so that no review can be a team's answer. */
interface Asking {
  readonly first: boolean;
  /** The newest commit. */
  readonly commit: string;
}

/**
 * Asks for the reviews of handles and teams (`@erin`, `@org/team`): those who were asked, or gave theirs of the newest commit, are not asked again, and
 * the author never. Who gave theirs of an older one would not hear of what was changed since. GitHub refuses all of them for one wrong name: then each
 * is asked alone, so that one costs nobody else theirs.
 */
export async function askGithubReviewers(
  pulls: GithubPullRequests,
  pull: Pick<GithubPull, 'number' | 'author' | 'people' | 'teams'>,
  wanted: readonly string[],
  { first, commit }: Asking,
): Promise<AskedReviewers> {
  const notAsked: NotDone[] = [];
  const names = wanted.flatMap((what): Name[] => {
    const name = readName(what);
    const why = whyNever(name, pull.author, pulls.owner);
    if (why === undefined) return [name];
    notAsked.push({ what, why });
    return [];
  });
  // For whose team somebody gave a review is not told: once anybody did, no team is asked again.
  const reviewed = names.length === 0 ? { value: [] } : await orTrouble(() => pulls.listReviews(pull.number));
  const given = 'value' in reviewed ? reviewed.value.filter(({ login }) => !isSameName(pull.author, login)) : [];
  const answered = given.filter((review) => review.commit === commit).map(({ login }) => login);
  const isAsked = (name: Name): boolean =>
    name.org === undefined
      ? [...pull.people, ...answered].some((login) => isSameName(login, name.own))
      : (given.length > 0 && !first) || pull.teams.some((slug) => isSameName(slug, name.own));
  const [done, left] = [names.filter(isAsked), names.filter((name) => !isAsked(name))];
  const outcome = await ask(pulls, pull.number, left);
  return {
    asked: [...done, ...outcome.asked].map(({ written }) => written),
    notAsked: [...notAsked, ...outcome.notAsked],
  };
}

/** `org` is whose team it is; `undefined` for a person. */
interface Name {
  readonly written: string;
  readonly org: string | undefined;
  readonly own: string;
}

function readName(written: string): Name {
  const parts = written.replace(/^@/, '').split('/');
  return { written, org: parts.length > 1 ? parts.slice(0, -1).join('/') : undefined, own: parts.at(-1) as string };
}

function whyNever({ org, own }: Name, author: string | undefined, owner: string): string | undefined {
  if (org !== undefined) return isSameName(org, owner) ? undefined : `a team of ${org} is none of this repository`;
  return isSameName(author, own) ? 'nobody reviews their own pull request' : undefined;
}

interface Outcome {
  readonly asked: readonly Name[];
  readonly notAsked: readonly NotDone[];
}

async function ask(pulls: GithubPullRequests, number: number, names: readonly Name[]): Promise<Outcome> {
  if (names.length === 0) return { asked: [], notAsked: [] };
  const teams = names.filter(({ org }) => org !== undefined).map(({ own }) => own);
  const people = names.filter(({ org }) => org === undefined).map(({ own }) => own);
  const answer = await orTrouble(() => pulls.requestReviewers(number, people, teams));
  if ('value' in answer) {
    const isOn = ({ org, own }: Name): boolean =>
      (org === undefined ? answer.value.people : answer.value.teams).some((each) => isSameName(each, own));
    return {
      asked: names.filter(isOn),
      notAsked: names
        .filter((name) => !isOn(name))
        .map(({ written }) => ({ what: written, why: 'GitHub took no notice of it' })),
    };
  }
  const { kind } = answer.trouble;
  if (names.length === 1 || kind !== 'refused')
    return { asked: [], notAsked: names.map(({ written }) => ({ what: written, why: whyNot(kind) })) };
  const outcomes: Outcome[] = [];
  for (const name of names) outcomes.push(await ask(pulls, number, [name]));
  return {
    asked: outcomes.flatMap(({ asked }) => asked),
    notAsked: outcomes.flatMap(({ notAsked }) => notAsked),
  };
}

function whyNot(kind: HostTroubleKind): string {
  switch (kind) {
    case 'refused':
      return 'GitHub does not take them: there is no such name, or it has no access to this repository';
    case 'forbidden':
    case 'not-found':
      return 'the token may not ask for reviews here';
    default:
      return 'GitHub could not be asked for it';
  }
}
