import type * as z from 'zod/mini';
import type { SentFile } from '../host-api.js';
import { HostError, orThrow, orTrouble } from '../host-error.js';
import { isSameName } from '../is-same-name.js';
import { apiPath } from '../http/api-path.js';
import type { GitlabHost } from '../open-gitlab.js';
import type { HeadBranch, HostedLabel, HostedPullRequest, NewPullRequest } from '../pull-request-host.js';
import {
  gitlabAccounts,
  gitlabChecks,
  gitlabDiscussions,
  gitlabLabels,
  gitlabMerge,
  gitlabMerges,
  gitlabProjectNumber,
  gitlabStatuses,
  gitlabUpload,
  type GitlabAccount,
  type GitlabCheck,
  type GitlabStatus,
} from './gitlab-merge-replies.js';
import { gitlabApprovals, gitlabReviewers, gitlabVersions, type GitlabUser } from './gitlab-replies.js';

/** A merge request as it stands on GitLab, with those whose review is asked for. */
export interface GitlabMerge extends HostedPullRequest {
  readonly reviewers: readonly GitlabUser[];
  /** The newest commit that is in it. */
  readonly commit: string | undefined;
}

/** What somebody began to talk about, and nobody settled: at a place of the change, or of all of it. */
export interface GitlabThread {
  readonly username: string;
  readonly path: string | undefined;
  /** In the newest text; `undefined` where it was about what is gone. */
  readonly line: number | undefined;
  readonly body: string;
}

/** What is changed of one that is there; what is left out stays. */
interface MergeChanges {
  readonly title?: string;
  readonly description?: string;
  /** Names, with commas between them. One that the project lacks GitLab makes. */
  readonly add_labels?: string;
  /** All of them: who is left out is one no more. */
  readonly reviewer_ids?: readonly number[];
}

/** The merge requests of one project on GitLab: one call each, but where a fork has to be found first. Whatever goes wrong is a `HostError`. */
export class GitlabMergeRequests {
  readonly #own: string;
  readonly #numbers = new Map<string, number>();
  /** Not asked for again where there are none: that answer cannot be remembered. */
  #hasChecks = true;

  constructor(
    readonly host: GitlabHost,
    readonly project: string,
  ) {
    this.#own = apiPath`/projects/${project}`;
  }

  /** The open ones that come from a branch, whatever they go to. */
  findOpen(head: HeadBranch): Promise<readonly GitlabMerge[]> {
    return this.#list(head, 'opened');
  }

  /** One that ended with exactly this commit as its newest: merged, else closed. */
  async findEnded(head: HeadBranch, commit: string): Promise<GitlabMerge | undefined> {
    for (const state of ['merged', 'closed'] as const) {
      const found = (await this.#list(head, state)).find((each) => each.commit === commit);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #list(
    { repository, branch }: HeadBranch,
    wanted: 'opened' | 'merged' | 'closed',
  ): Promise<readonly GitlabMerge[]> {
    const path = `${this.#own}/merge_requests?state=${wanted}&source_branch=${encodeURIComponent(branch)}`;
    const found = await this.host.api.list(path, gitlabMerges);
    const those = found.filter(({ state, source_branch }) => state === wanted && source_branch === branch);
    if (those.length === 0) return [];
    // Forks have branches of the same name.
    const from = isSameName(repository, this.project) ? those[0]?.target_project_id : await this.#numberOf(repository);
    return those.filter(({ source_project_id }) => source_project_id === from).map((each) => this.#read(each));
  }

  async read(number: number): Promise<GitlabMerge> {
    return this.#read(await this.host.api.get(this.#merge(number), gitlabMerge));
  }

  /** Opens one, in the project that its branch lies in, as GitLab wants it; a draft is one by its title alone. */
  async create({ head, base, title, body, draft }: NewPullRequest): Promise<GitlabMerge> {
    const isFork = !isSameName(head.repository, this.project);
    const target = isFork ? { target_project_id: await this.#numberOf(this.project) } : {};
    const wanted = {
      source_branch: head.branch,
      target_branch: base,
      ...target,
      title: titleOf(title, draft),
      description: body,
    };
    const path = apiPath`/projects/${head.repository}/merge_requests`;
    return this.#read(await this.host.api.post(path, wanted, gitlabMerge));
  }

  /** Changes what is given, and says what stands there afterwards. */
  async update(number: number, changes: MergeChanges): Promise<GitlabMerge> {
    return this.#read(await this.host.api.put(this.#merge(number), changes, gitlabMerge));
  }

  /** Makes it a draft, or ready for review, by the beginning of its title as it is now. */
  async setDraft(number: number, draft: boolean): Promise<void> {
    const { title } = await this.read(number);
    const changed = await this.update(number, { title: titleOf(title, draft) });
    if (changed.draft !== draft) {
      throw new HostError({
        kind: 'refused',
        sentence: `GitLab did not make the merge request ${draft ? 'a draft' : 'ready for review'}: the token may lack the right to it.`,
      });
    }
  }

  /** Sends a file to the project, and gives its address in a description there. */
  async upload(file: SentFile): Promise<string> {
    return (await this.host.api.upload(`${this.#own}/uploads`, file, gitlabUpload)).url;
  }

  /** The labels of the project and of the groups that it is in. */
  async listLabels(): Promise<readonly HostedLabel[]> {
    return (await this.host.api.list(`${this.#own}/labels`, gitlabLabels)).map(({ name, description }) => ({
      name,
      description: description ?? '',
    }));
  }

  /** Who has a handle now, without its `@`; `undefined` where nobody has. */
  async findAccount(handle: string): Promise<GitlabAccount | undefined> {
    const found = await this.host.api.list(apiPath`/users?username=${handle}`, gitlabAccounts);
    return found.find(({ username }) => isSameName(username, handle));
  }

  /** Whose review is asked for, with how they stand to it in GitLab's words; deleted accounts are nobody. */
  async listReviewers(number: number): Promise<readonly { readonly username: string; readonly state: string }[]> {
    const reviewers = await this.host.api.list(`${this.#merge(number)}/reviewers`, gitlabReviewers);
    return reviewers.flatMap(({ user, state }) => (user === null ? [] : [{ username: user.username, state }]));
  }

  /** Who approved it, and when, as far as GitLab says. */
  async listApprovals(number: number): Promise<readonly { readonly username: string; readonly at?: number }[]> {
    const { approved_by } = await this.host.api.get(`${this.#merge(number)}/approvals`, gitlabApprovals);
    return approved_by.flatMap(({ user, approved_at: at }) =>
      user === null ? [] : [{ username: user.username, ...(at ? { at: Date.parse(at) } : {}) }],
    );
  }

  /** When its newest commits came. */
  async findPushTime(number: number): Promise<number | undefined> {
    const pages = this.host.api.pages(`${this.#merge(number)}/versions`, gitlabVersions, (versions) => versions);
    for await (const [newest] of pages) return newest && Date.parse(newest.created_at);
    return undefined;
  }

  /** The threads that are still to be resolved, by what stands first in them. */
  async listOpenThreads(number: number): Promise<readonly GitlabThread[]> {
    const all = await this.host.api.list(`${this.#merge(number)}/discussions`, gitlabDiscussions);
    return all.flatMap(({ notes: [first] }) => {
      if (first?.resolvable !== true || first.resolved === true || first.author === null) return [];
      const { author, body, position } = first;
      return [
        {
          username: author.username,
          path: position?.new_path ?? undefined,
          line: position?.new_line ?? undefined,
          body,
        },
      ];
    });
  }

  /** The newest status of a commit under a name; `undefined` where there is none. */
  async findStatus(commit: string, name: string): Promise<GitlabStatus | undefined> {
    const path = this.#own + apiPath`/repository/commits/${commit}/statuses?name=${name}`;
    const found = (await this.host.api.list(path, gitlabStatuses)).filter((each) => each.name === name);
    return found.reduce<GitlabStatus | undefined>((one, other) => (one && one.id > other.id ? one : other), undefined);
  }

  /** What services outside of GitLab answered for it; none where GitLab's plan has no such checks, or the token may not read them. */
  async listChecks(number: number): Promise<readonly GitlabCheck[]> {
    if (!this.#hasChecks) return [];
    const answer = await orTrouble(() => this.host.api.list(`${this.#merge(number)}/status_checks`, gitlabChecks));
    this.#hasChecks = 'value' in answer || !['forbidden', 'not-found'].includes(answer.trouble.kind);
    return this.#hasChecks ? orThrow(answer) : [];
  }

  async #numberOf(project: string): Promise<number> {
    const known = this.#numbers.get(project);
    if (known !== undefined) return known;
    const { id } = await this.host.api.get(apiPath`/projects/${project}`, gitlabProjectNumber);
    this.#numbers.set(project, id);
    return id;
  }

  #merge(number: number): string {
    return this.#own + apiPath`/merge_requests/${number}`;
  }

  #read(merge: z.infer<typeof gitlabMerge>): GitlabMerge {
    return {
      number: merge.iid,
      address: `${this.host.web}/${this.project}/-/merge_requests/${merge.iid}`,
      isOpen: merge.state === 'opened',
      isMerged: merge.state === 'merged',
      title: merge.title,
      body: merge.description ?? '',
      draft: merge.draft ?? merge.work_in_progress ?? false,
      base: merge.target_branch,
      author: merge.author?.username,
      labels: merge.labels,
      commit: merge.sha ?? undefined,
      reviewers: merge.reviewers ?? [],
    };
  }
}

/** What GitLab takes for the mark of a draft, once or several times. */
const draftMark = /^\s*(?:(?:\[draft\]|\(draft\)|draft:)\s*)+/i;

function titleOf(title: string, draft: boolean): string {
  const plain = title.replace(draftMark, '') || 'Change';
  return draft ? `Draft: ${plain}` : plain;
}
