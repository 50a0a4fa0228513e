import type * as z from 'zod/mini';
import { findGithubStatus } from './github/find-github-status.js';
import {
  githubComments,
  githubDrafted,
  githubLabel,
  githubLabels,
  githubListedLabels,
  githubOpenPull,
  githubOpenPulls,
  githubReviews,
} from './github/github-pull-replies.js';
import { HostError } from './host-error.js';
import { isSameName } from './is-same-name.js';
import { apiPath } from './http/api-path.js';
import type { GithubHost } from './open-github.js';
import type { HeadBranch, HostedLabel, HostedPullRequest, NewPullRequest } from './pull-request-host.js';

/** A pull request as it stands on GitHub. */
export interface GithubPull extends HostedPullRequest {
  /** The newest commit that is in it. */
  readonly commit: string;
  /** Whose review is asked for: logins, and teams by their slugs. */
  readonly people: readonly string[];
  readonly teams: readonly string[];
  /** What GraphQL calls it. */
  readonly node: string;
}

/** A review as GitHub has it; `state` in its own words, `APPROVED` for one. */
export interface HostedReview {
  readonly login: string;
  readonly state: string;
  readonly commit: string | undefined;
  readonly body: string;
}

/** What somebody began to talk about at a place of the change. */
export interface HostedComment {
  readonly login: string;
  readonly path: string;
  /** In the newest text; `undefined` where that line is gone or changed since. */
  readonly line: number | undefined;
  readonly body: string;
}

/** What a check says of a commit, in GitHub's words: `success`, `pending`, `failure`, `error`. */
export interface HostedStatus {
  readonly state: string;
  readonly description: string;
}

/**
 * The pull requests of one repository on GitHub: one call each, that says what stands there afterwards. Whatever goes wrong is a `HostError`;
 * a change whose answer was lost may have come through, and is not made again.
 */
export class GithubPullRequests {
  readonly #owner: string;
  readonly #name: string;

  constructor(
    readonly host: GithubHost,
    readonly repository: string,
  ) {
    const [owner = '', name = ''] = repository.split('/');
    this.#owner = owner;
    this.#name = name;
  }

  /** Who owns the repository: teams are asked by this one's alone. */
  get owner(): string {
    return this.#owner;
  }

  /** The open ones that come from a branch, whatever they go to. */
  findOpen(head: HeadBranch): Promise<readonly GithubPull[]> {
    return this.#list(head, 'open');
  }

  /** One that ended with exactly this commit as its newest: merged, else closed. */
  async findEnded(head: HeadBranch, commit: string): Promise<GithubPull | undefined> {
    const ended = (await this.#list(head, 'closed')).filter((each) => each.commit === commit);
    return ended.find(({ isMerged }) => isMerged) ?? ended[0];
  }

  async #list({ repository, branch }: HeadBranch, wanted: 'open' | 'closed'): Promise<readonly GithubPull[]> {
    const [owner = ''] = repository.split('/');
    const path = apiPath`/repos/${this.#owner}/${this.#name}/pulls`;
    const found = await this.host.api.list(
      `${path}?state=${wanted}&head=${encodeURIComponent(`${owner}:${branch}`)}`,
      githubOpenPulls,
    );
    const isOwn = isSameName(repository, this.repository);
    // The question names an owner, who may have two forks of it. A repository that was renamed goes by its new name.
    return found
      .filter(
        ({ state, head, base }) =>
          state === wanted &&
          head.ref === branch &&
          isSameName(head.repo?.full_name, isOwn ? base.repo.full_name : repository),
      )
      .map((each) => this.#read(each));
  }

  async read(number: number): Promise<GithubPull> {
    return this.#read(await this.host.api.get(this.#pull(number), githubOpenPull));
  }

  async create({ head, base, title, body, draft }: NewPullRequest): Promise<GithubPull> {
    const [owner = '', name = ''] = head.repository.split('/');
    const isFork = !isSameName(head.repository, this.repository);
    const from = isFork ? `${owner}:${head.branch}` : head.branch;
    // Within one owner the name of the owner does not say which repository.
    const beside = isFork && isSameName(owner, this.#owner) ? { head_repo: `${owner}/${name}` } : {};
    const path = apiPath`/repos/${this.#owner}/${this.#name}/pulls`;
    return this.#read(
      await this.host.api.post(path, { head: from, ...beside, base, title, body, draft }, githubOpenPull),
    );
  }

  async update(number: number, changes: { readonly title?: string; readonly body?: string }): Promise<void> {
    await this.host.api.patch(this.#pull(number), changes, githubOpenPull);
  }

  /** Makes it a draft, or ready for review: what GraphQL alone can. */
  async setDraft({ node }: GithubPull, draft: boolean): Promise<void> {
    const call = draft ? 'convertPullRequestToDraft' : 'markPullRequestReadyForReview';
    const query = `mutation ($id: ID!) { changed: ${call}(input: { pullRequestId: $id }) { pullRequest { isDraft } } }`;
    const { data } = await this.host.api.query({ query, variables: { id: node } }, githubDrafted);
    if (data?.changed?.pullRequest.isDraft !== draft) {
      throw new HostError({
        kind: 'refused',
        sentence: `GitHub did not make the pull request ${draft ? 'a draft' : 'ready for review'}: the token may lack the right to it.`,
      });
    }
  }

  async listLabels(): Promise<readonly HostedLabel[]> {
    const path = apiPath`/repos/${this.#owner}/${this.#name}/labels`;
    return (await this.host.api.list(path, githubListedLabels)).map(({ name, description }) => ({
      name,
      description: description ?? '',
    }));
  }

  async createLabel(name: string): Promise<void> {
    const path = apiPath`/repos/${this.#owner}/${this.#name}/labels`;
    await this.host.api.post(path, { name, color: 'ededed', description: 'Set by PM Zone' }, githubLabel);
  }

  /** Adds labels that the repository has, and gives all that the pull request has then. */
  async addLabels(number: number, labels: readonly string[]): Promise<readonly string[]> {
    const path = apiPath`/repos/${this.#owner}/${this.#name}/issues/${number}/labels`;
    return (await this.host.api.post(path, { labels }, githubLabels)).map(({ name }) => name);
  }

  /** Asks people by their logins and teams by their slugs, all or none of them, and gives whom the host asks then. */
  async requestReviewers(
    number: number,
    people: readonly string[],
    teams: readonly string[],
  ): Promise<Pick<GithubPull, 'people' | 'teams'>> {
    const body = { reviewers: people, team_reviewers: teams };
    return this.#read(await this.host.api.post(`${this.#pull(number)}/requested_reviewers`, body, githubOpenPull));
  }

  /** The reviews that were given, the oldest first; those of deleted accounts are nobody's. */
  async listReviews(number: number): Promise<readonly HostedReview[]> {
    const reviews = await this.host.api.list(`${this.#pull(number)}/reviews`, githubReviews);
    return reviews.flatMap(({ user, state, commit_id, body }) =>
      user === null ? [] : [{ login: user.login, state, commit: commit_id ?? undefined, body: body ?? '' }],
    );
  }

  /** What was said first at each place; answers to that are none of these. */
  async listComments(number: number): Promise<readonly HostedComment[]> {
    const comments = await this.host.api.list(`${this.#pull(number)}/comments`, githubComments);
    return comments.flatMap(({ user, path, line, side, body, in_reply_to_id }) =>
      user === null || typeof in_reply_to_id === 'number'
        ? []
        : [{ login: user.login, path, line: side === 'LEFT' ? undefined : (line ?? undefined), body }],
    );
  }

  /** The newest status of a commit under a name; `undefined` where there is none. */
  async findStatus(commit: string, name: string): Promise<HostedStatus | undefined> {
    const found = await findGithubStatus(this.host.api, this.repository, { commit, context: name });
    return found && { state: found.state, description: found.description ?? '' };
  }

  #pull(number: number): string {
    return apiPath`/repos/${this.#owner}/${this.#name}/pulls/${number}`;
  }

  #read(pull: z.infer<typeof githubOpenPull>): GithubPull {
    return {
      number: pull.number,
      address: `${this.host.web}/${this.repository}/pull/${pull.number}`,
      isOpen: pull.state === 'open',
      isMerged: typeof pull.merged_at === 'string',
      commit: pull.head.sha,
      title: pull.title,
      body: pull.body ?? '',
      draft: pull.draft ?? false,
      base: pull.base.ref,
      author: pull.user?.login,
      labels: pull.labels.map(({ name }) => name),
      people: (pull.requested_reviewers ?? []).map(({ login }) => login),
      teams: (pull.requested_teams ?? []).map(({ slug }) => slug),
      node: pull.node_id,
    };
  }
}
