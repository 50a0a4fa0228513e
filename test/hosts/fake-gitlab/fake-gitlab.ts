import { FakeServer, pageOf, type FakeReply, type FakeRequest } from '../fake-server.js';

export interface FakeMember {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly state: string;
}

export interface FakeMergeRequest {
  readonly iid: number;
  author: FakeMember | null;
  state: 'opened' | 'closed' | 'merged';
  merged_at: string | null;
  source_branch: string;
  target_branch: string;
  source_project_id: number | null;
  sha: string;
  /** Newest first. */
  commits: string[];
  approved_by: { readonly user: FakeMember | null; readonly approved_at?: string }[];
  reviewers: { readonly user: FakeMember | null; readonly state: string; readonly created_at: string }[];
  notes: { id: number; body: string; author: FakeMember; created_at: string; updated_at: string; system: boolean }[];
  pushedAt: string;
  /** Heads from before the latest push, the newest first. */
  earlier?: readonly { readonly sha: string; readonly at: string }[];
  /** What a merge that squashes made of its commits. */
  squash_commit_sha?: string;
}

export interface FakePushEvent {
  readonly author: FakeMember | null;
  readonly created_at: string;
  readonly push_data?: object;
}

interface FakeStatus {
  readonly status: string;
  readonly name: string;
  readonly description: string | null;
  readonly target_url: string | null;
  readonly author: FakeMember;
}

type Handler = (values: readonly string[], request: FakeRequest, user: FakeMember) => unknown;

/** What GitLab's REST interface knows of each path: others, and other parameters, are noted as faults. */
const parameters = new Set(['per_page', 'page', 'sort', 'action', 'username', 'name', 'state']);

/**
 * GitLab on this machine, for one project. GitLab describes its interface in prose: shapes and parameters are those of the pages doc/api/
 * {merge_requests, merge_request_approvals, commits, events, members, users, notes, branches, protected_branches, projects, status_checks}.md.
 */
export class FakeGitlab {
  readonly server = new FakeServer((request) => this.#answer(request));
  readonly faults: string[] = [];
  readonly users = new Map<string, FakeMember>();
  readonly tokens = new Map<string, FakeMember>();
  readonly mergeRequests = new Map<number, FakeMergeRequest>();
  readonly branches = new Map<string, { readonly id: string; readonly protected: boolean }>();
  /** Members who cannot sign in any more. */
  readonly blocked = new Set<number>();
  /** Members whom an administrator has yet to let in. */
  readonly awaiting = new Set<number>();
  readonly members = new Map<number, number>();
  readonly groups = new Map<string, FakeMember[]>();
  /** Of each project by its number, oldest first. */
  readonly events = new Map<number, FakePushEvent[]>();
  readonly statuses = new Map<string, FakeStatus[]>();
  readonly protections = new Map<string, object>();
  readonly answeredChecks: unknown[] = [];
  approvals: object | undefined = { reset_approvals_on_push: true };
  approvalRules: readonly object[] | undefined = [];
  checks: readonly object[] | undefined = [];
  settings: object = { only_allow_merge_if_pipeline_succeeds: true, allow_merge_on_skipped_pipeline: false };
  readonly #project = { id: 7, path: 'acme/web/shop' };

  addUser(username: string): FakeMember {
    const user = { id: 100 + this.users.size, username, name: username, state: 'active' };
    this.users.set(username.toLowerCase(), user);
    return user;
  }

  #answer(request: FakeRequest): FakeReply {
    const user = this.tokens.get(request.headers['private-token'] ?? '');
    if (user === undefined) return { status: 401, body: { message: '401 Unauthorized' } };
    for (const name of request.url.searchParams.keys()) {
      if (!parameters.has(name)) this.faults.push(`${request.url.pathname} has no parameter ${name}`);
    }
    for (const [pattern, handler] of this.#routes) {
      const found = new RegExp(`^/api/v4${pattern}$`).exec(request.url.pathname);
      if (found === null) continue;
      const body = handler(found.slice(1).map(decodeURIComponent), request, user);
      if (body === undefined) return { status: 404, body: { message: '404 Not found' } };
      if (!Array.isArray(body)) return { status: request.method === 'POST' ? 201 : 200, body };
      const { entries, headers } = pageOf(body, request.url);
      return { status: 200, body: entries, headers: { ...headers, 'x-total': String(body.length) } };
    }
    this.faults.push(`${request.method} ${request.url.pathname} is nothing that GitLab has`);
    return { status: 404, body: { error: '404 Not Found' } };
  }

  readonly #own = '/projects/acme%2Fweb%2Fshop';

  readonly #routes: readonly (readonly [string, Handler])[] = [
    [
      `${this.#own}/merge_requests`,
      (_, { url }) =>
        [...this.mergeRequests.values()]
          .filter(({ state }) => state === url.searchParams.get('state'))
          .map((each) => this.#mergeRequest(each)),
    ],
    [`${this.#own}/merge_requests/(\\d+)`, ([iid]) => this.#mergeRequest(this.mergeRequests.get(Number(iid)))],
    [
      `${this.#own}/merge_requests/(\\d+)/commits`,
      ([iid]) => this.#of(iid)?.commits.map((id) => ({ id, author_email: 'a@b.example' })),
    ],
    [`${this.#own}/merge_requests/(\\d+)/approvals`, ([iid]) => ({ id: 5, approved_by: this.#of(iid)?.approved_by })],
    [`${this.#own}/merge_requests/(\\d+)/reviewers`, ([iid]) => this.#of(iid)?.reviewers],
    [`${this.#own}/merge_requests/(\\d+)/notes`, ([iid]) => this.#of(iid)?.notes],
    [
      `${this.#own}/merge_requests/(\\d+)/versions`,
      ([iid]) => {
        const { sha = '', pushedAt = '', earlier = [] } = this.#of(iid) ?? {};
        const versions = [{ sha, at: pushedAt }, ...earlier];
        return versions.map((each) => ({ id: 1, head_commit_sha: each.sha, created_at: each.at, state: 'collected' }));
      },
    ],
    [
      `${this.#own}/repository/commits/(\\w+)/merge_requests`,
      ([sha = '']) =>
        [...this.mergeRequests.values()]
          .filter((each) => each.commits.includes(sha) || each.squash_commit_sha === sha)
          .map((each) => this.#mergeRequest(each)),
    ],
    [
      `${this.#own}/repository/branches/([^/]+)`,
      ([name = '']) => {
        const branch = this.branches.get(name);
        return branch && { name, commit: { id: branch.id }, protected: branch.protected };
      },
    ],
    [`${this.#own}/approvals`, () => this.approvals],
    [`${this.#own}/approval_rules`, () => this.approvalRules],
    [`${this.#own}/external_status_checks`, () => this.checks],
    [`${this.#own}/protected_branches/([^/]+)`, ([name = '']) => this.protections.get(name)],
    [
      `${this.#own}/members/all/(\\d+)`,
      ([id]) => {
        const level = this.members.get(Number(id));
        return level === undefined
          ? undefined
          : {
              id: Number(id),
              username: 'x',
              state: this.blocked.has(Number(id)) ? 'blocked' : 'active',
              access_level: level,
              ...(this.awaiting.has(Number(id)) ? { membership_state: 'awaiting' } : {}),
            };
      },
    ],
    [this.#own, () => ({ id: this.#project.id, path_with_namespace: this.#project.path, ...this.settings })],
    ['/projects/(\\d+)', ([id]) => (id === '8' ? { id: 8, path_with_namespace: 'maya/shop' } : undefined)],
    [
      '/projects/(\\d+)/events',
      ([id]) =>
        this.events
          .get(Number(id))
          ?.toReversed()
          .map((each) => ({ action_name: 'pushed to', ...each })),
    ],
    [
      '/users',
      (_, { url }) => {
        const user = this.users.get((url.searchParams.get('username') ?? '').toLowerCase());
        return user === undefined ? [] : [user];
      },
    ],
    [
      '/groups/([^/]+)/members',
      ([group = '']) => this.groups.get(group)?.map((each) => ({ ...each, access_level: 30 })),
    ],
    [
      `${this.#own}/repository/commits/(\\w+)/statuses`,
      ([sha = ''], { url }) => {
        const name = url.searchParams.get('name');
        // The latest of each name alone.
        return (this.statuses.get(sha) ?? []).filter((each) => each.name === name).slice(-1);
      },
    ],
    [
      `${this.#own}/statuses/(\\w+)`,
      ([sha = ''], { body }, author) => {
        const { state, name, description = null, target_url = null } = body as Record<string, string>;
        const status = { status: state ?? '', name: name ?? '', description, target_url, author };
        this.statuses.set(sha, [...(this.statuses.get(sha) ?? []), status]);
        return status;
      },
    ],
    [
      `${this.#own}/merge_requests/(\\d+)/status_check_responses`,
      ([iid], { body }) => {
        this.answeredChecks.push({ iid, body });
        return { id: 1 };
      },
    ],
  ];

  #of(iid: string | undefined): FakeMergeRequest | undefined {
    return this.mergeRequests.get(Number(iid));
  }

  #mergeRequest(mergeRequest: FakeMergeRequest | undefined): unknown {
    if (mergeRequest === undefined) return undefined;
    const { iid, author, state, merged_at, source_branch, target_branch, source_project_id, sha } = mergeRequest;
    return {
      id: 900 + iid,
      iid,
      author,
      state,
      merged_at,
      source_branch,
      target_branch,
      source_project_id,
      target_project_id: 7,
      project_id: 7,
      sha,
      updated_at: '2026-11-20T12:00:00.000Z',
    };
  }
}
