import type * as z from 'zod/mini';
import { HostError } from '../host-error.js';
import { isSameName } from '../is-same-name.js';
import { apiPath } from '../http/api-path.js';
import type { GitlabHost } from '../open-gitlab.js';
import type { HeadBranch, HostedPullRequest, NewPullRequest } from '../pull-request-host.js';
import {
  gitlabAccounts,
  gitlabLabels,
  gitlabMerge,
  gitlabMerges,
  gitlabProjectNumber,
  type GitlabAccount,
} from './gitlab-merge-replies.js';
import type { GitlabUser } from './gitlab-replies.js';

/** A merge request as it stands on GitLab, with those whose review is asked for. */
export interface GitlabMerge extends HostedPullRequest {
  readonly reviewers: readonly GitlabUser[];
  /** The newest commit that is in it. */
  readonly commit: string | undefined;
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

  /** One that was merged with exactly this commit as its newest. */
  async findMerged(head: HeadBranch, commit: string): Promise<GitlabMerge | undefined> {
    return (await this.#list(head, 'merged')).find((each) => each.commit === commit);
  }

  async #list({ repository, branch }: HeadBranch, wanted: 'opened' | 'merged'): Promise<readonly GitlabMerge[]> {
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

  /** The labels of the project and of the groups that it is in. */
  async listLabels(): Promise<readonly string[]> {
    return (await this.host.api.list(`${this.#own}/labels`, gitlabLabels)).map(({ name }) => name);
  }

  /** Who has a handle now, without its `@`; `undefined` where nobody has. */
  async findAccount(handle: string): Promise<GitlabAccount | undefined> {
    const found = await this.host.api.list(apiPath`/users?username=${handle}`, gitlabAccounts);
    return found.find(({ username }) => isSameName(username, handle));
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
