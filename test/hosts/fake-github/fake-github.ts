import { FakeServer, pageOf, type FakeReply, type FakeRequest } from '../fake-server.js';
import { GithubDescription } from './github-description.js';

export interface FakeUser {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}

export interface FakeReview {
  readonly id: number;
  readonly user: FakeUser | null;
  readonly state: string;
  readonly body: string;
  readonly commit_id: string | null;
  readonly submitted_at?: string;
  /** What GraphQL alone tells. */
  readonly editedAt?: string;
}

/** A comment at a line of a pull request; without a line its place has changed since. */
export interface FakeComment {
  readonly user: FakeUser | null;
  readonly path: string;
  readonly line?: number;
  readonly side?: 'LEFT' | 'RIGHT';
  readonly body: string;
  readonly in_reply_to_id?: number;
}

export interface FakeCommit {
  readonly sha: string;
  readonly author?: FakeUser | null;
  readonly committer?: FakeUser | null;
}

export interface FakePull {
  readonly number: number;
  user: FakeUser | null;
  state: 'open' | 'closed';
  merged_at: string | null;
  head: { ref: string; sha: string; repo: string | null };
  base: { ref: string; sha: string };
  commits: FakeCommit[];
  reviews: FakeReview[];
  comments: FakeComment[];
  /** The commit that its merging made. */
  merge_commit_sha?: string;
  /** When its base was last changed. */
  retargetedAt?: string;
  title: string;
  body: string;
  draft: boolean;
  labels: string[];
  /** Logins and slugs of teams whose review is asked for. */
  requested: { people: string[]; teams: string[] };
}

export interface FakeActivity {
  readonly ref: string;
  readonly activity_type: string;
  readonly actor: FakeUser | null;
  readonly before: string;
  readonly after: string;
  readonly timestamp: string;
}

interface FakeStatus {
  readonly id: number;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly target_url: string | null;
  readonly creator: FakeUser;
}

interface FakeDeployment {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly production_environment?: boolean;
  /** The oldest first. */
  readonly statuses: readonly { readonly state: string; readonly environment_url?: string }[];
}

/** What a token may do besides reading the repository. */
export type FakeRight =
  | 'members'
  | 'administration'
  | 'statuses'
  | 'pull-requests'
  /** Sets labels and asks for reviews. */
  | 'triage'
  /** Makes new labels. */
  | 'labels';

interface Call {
  readonly values: Readonly<Record<string, string>>;
  readonly request: FakeRequest;
  readonly token: { readonly user: FakeUser; readonly rights: ReadonlySet<FakeRight> };
}

/** Compiled once: that takes longer than all that is asked of it. */
const description = new GithubDescription();

/**
 * GitHub on this machine: holds one repository's state, and each request and reply to GitHub's own description. Where that description leaves
 * it open it is as strict as GitHub: no second pull request of one head, no approval by the author, no right that was not given.
 */
export class FakeGithub {
  readonly server: FakeServer;
  /** What no client may send and no stand-in may answer: empty at the end of each test. */
  readonly faults: string[] = [];
  readonly users = new Map<string, FakeUser>();
  readonly pulls = new Map<number, FakePull>();
  readonly activity = new Map<string, FakeActivity[]>();
  readonly branches = new Map<string, string>();
  readonly teams = new Map<string, FakeUser[]>();
  readonly permissions = new Map<string, string>();
  /** By login: a role of the organization's own. */
  readonly roleNames = new Map<string, string>();
  readonly statuses = new Map<string, FakeStatus[]>();
  readonly rules: Record<string, unknown>[] = [];
  readonly rulesets = new Map<number, Record<string, unknown>>();
  readonly protection = new Map<string, Record<string, unknown>>();
  readonly tokens = new Map<string, Call['token']>();
  /** The teams on the repository by their slugs: what each may do there. */
  readonly repositoryTeams = new Map<string, { readonly id: number; readonly permission: string }>();
  /** What is wrong with CODEOWNERS by its branch; a branch without such a file is not there. */
  readonly codeownersErrors = new Map<string, object[]>();
  /** Whether jobs may approve pull requests. */
  jobsApprove = false;
  /** What waits in the merge queue of a branch, the first first: the pull request, and the commit that the queue made of it and those before. */
  readonly queues = new Map<string, readonly { readonly number: number; readonly commit: string }[]>();
  /** Fork pull requests, by number, that the list of a commit leaves out, as GitHub's does. */
  readonly unlisted = new Set<number>();
  /** The labels of the repository. */
  readonly labels = new Set<string>();
  /** What labels say of themselves, by their names. */
  readonly descriptions = new Map<string, string>();
  /** The branches of forks by their repositories, `owner/name`. */
  readonly forks = new Map<string, Map<string, string>>();
  /** Private repositories of a free plan have no drafts. */
  drafts = true;
  /** What was deployed, the oldest first. */
  readonly deployments: FakeDeployment[] = [];
  readonly #description = description;
  #ids = 1000;

  constructor(readonly repository = 'acme/shop') {
    this.server = new FakeServer((request) => this.#answer(request));
  }

  addUser(login: string, type = 'User'): FakeUser {
    const user = { id: this.#ids++, login, type };
    this.users.set(login.toLowerCase(), user);
    return user;
  }

  addPull(pull: Partial<FakePull> & Pick<FakePull, 'number' | 'head' | 'user'>): FakePull {
    const whole: FakePull = {
      state: 'open',
      merged_at: null,
      base: { ref: 'main', sha: this.branches.get('main') ?? '' },
      commits: [{ sha: pull.head.sha, author: pull.user, committer: pull.user }],
      reviews: [],
      comments: [],
      title: `Pull request ${pull.number}`,
      body: '',
      draft: false,
      labels: [],
      requested: { people: [], teams: [] },
      ...pull,
    };
    this.pulls.set(pull.number, whole);
    return whole;
  }

  nextId(): number {
    return this.#ids++;
  }

  #answer(request: FakeRequest): FakeReply {
    const token = this.tokens.get((request.headers['authorization'] ?? '').replace(/^Bearer /, ''));
    if (request.headers['x-github-api-version'] !== '2022-11-28' || request.headers['user-agent'] === undefined) {
      this.faults.push(`${request.url.pathname} without version or user agent`);
    }
    if (token === undefined) return problem(401, 'Bad credentials');
    if (request.url.pathname.endsWith('/graphql')) return this.#graphql(request, token);
    const match = this.#description.match(request);
    if (match === undefined) {
      this.faults.push(`${request.method} ${request.url.pathname} is nothing that GitHub has`);
      return problem(404, 'Not Found');
    }
    this.faults.push(...this.#description.requestFaults(match.id, request));
    const { owner, repo, org } = match.values;
    const known = [this.repository, ...this.activity.keys()].map((each) => each.toLowerCase());
    if (owner !== undefined && !known.includes(`${owner}/${repo}`.toLowerCase())) return problem(404, 'Not Found');
    if (org !== undefined && !token.rights.has('members')) return problem(404, 'Not Found');
    const reply = this.#operations[match.id]?.({ values: match.values, request, token }) ?? problem(404, 'Not Found');
    const whole =
      reply.status < 300 ? { ...reply, body: this.#description.fill(match.id, reply.status, reply.body) } : reply;
    this.faults.push(...this.#description.replyFaults(match.id, whole));
    return whole;
  }

  readonly #operations: Readonly<Record<string, (call: Call) => FakeReply | undefined>> = {
    'pulls/get': ({ values }) => found(this.#pull(values['pull_number'])),
    'pulls/list': ({ request }) => {
      const head = request.url.searchParams.get('head');
      const state = request.url.searchParams.get('state') ?? 'open';
      const pulls = [...this.pulls.values()].filter(
        (each) => (state === 'all' || each.state === state) && (head === null || isSameHead(this.#label(each), head)),
      );
      return list(
        request,
        pulls.map((each) => this.#pull(each.number)),
      );
    },
    'pulls/create': (call) => this.#create(call),
    'pulls/update': (call) => this.#update(call),
    'pulls/request-reviewers': (call) => this.#requestReviewers(call),
    'issues/list-labels-for-repo': ({ request }) =>
      list(
        request,
        [...this.labels].map((name) => ({ ...labelReply(name), description: this.descriptions.get(name) ?? null })),
      ),
    'issues/create-label': ({ request, token }) => {
      const { name = '' } = request.body as Readonly<Record<string, string>>;
      if (!token.rights.has('labels')) return problem(403, 'Resource not accessible by integration');
      if (this.#findLabel(name) !== undefined || name.length > 50) return problem(422, 'Validation Failed');
      this.labels.add(name);
      return { status: 201, body: labelReply(name) };
    },
    'issues/add-labels': (call) => this.#addLabels(call),
    'pulls/list-commits': ({ values, request }) =>
      list(request, (this.#held(values['pull_number'])?.commits ?? []).slice(0, 250).map(commitReply)),
    'pulls/list-reviews': ({ values, request }) =>
      list(request, (this.#held(values['pull_number'])?.reviews ?? []).map(reviewReply)),
    'pulls/list-review-comments': ({ values, request }) =>
      list(
        request,
        (this.#held(values['pull_number'])?.comments ?? []).map((each, at) => ({
          id: at + 1,
          side: 'RIGHT',
          subject_type: 'line',
          ...each,
        })),
      ),
    'pulls/create-review': (call) => this.#review(call),
    'repos/compare-commits-with-basehead': ({ values, request }) => {
      const head = values['basehead']?.split('...')[1];
      const pull = [...this.pulls.values()].find((each) => each.head.sha === head);
      if (pull === undefined) return undefined;
      const { entries, headers } = pageOf(pull.commits, request.url);
      return { status: 200, headers, body: { total_commits: pull.commits.length, commits: entries.map(commitReply) } };
    },
    'repos/list-activities': ({ values, request }) => {
      const ref = request.url.searchParams.get('ref');
      const full = `${values['owner']}/${values['repo']}`.toLowerCase();
      const name = [...this.activity.keys()].find((each) => each.toLowerCase() === full) ?? '';
      const all = (this.activity.get(name) ?? []).filter((each) => each.ref === ref);
      return list(
        request,
        all.toReversed().map((each) => ({ id: 1, ...each })),
      );
    },
    'repos/get-collaborator-permission-level': ({ values }) => {
      const user = this.users.get(values['username']?.toLowerCase() ?? '');
      if (user === undefined) return undefined;
      const permission = this.permissions.get(user.login) ?? 'read';
      return { status: 200, body: { permission, role_name: this.roleNames.get(user.login) ?? permission, user } };
    },
    'repos/list-pull-requests-associated-with-commit': ({ values, request }) => {
      const holding = [...this.pulls.values()].filter(
        ({ number, commits, merge_commit_sha }) =>
          !this.unlisted.has(number) &&
          [merge_commit_sha, ...commits.map(({ sha }) => sha)].includes(values['commit_sha']),
      );
      return list(
        request,
        holding.map((each) => this.#pull(each.number)),
      );
    },
    'repos/list-deployments': ({ request }) => {
      const wanted = request.url.searchParams.get('sha');
      const found = this.deployments.filter(({ sha }) => sha === wanted).toReversed();
      return list(
        request,
        found.map((deployment) => ({
          ...deployment,
          statuses: undefined,
          ref: 'pm/home',
          task: 'deploy',
          payload: {},
        })),
      );
    },
    'repos/list-deployment-statuses': ({ values, request }) =>
      list(
        request,
        this.deployments.find(({ id }) => String(id) === values['deployment_id'])?.statuses.toReversed() ?? [],
      ),
    'repos/list-commit-statuses-for-ref': ({ values, request }) =>
      list(request, (this.statuses.get(values['ref'] ?? '') ?? []).toReversed()),
    'repos/create-commit-status': ({ values, request, token }) => {
      if (!token.rights.has('statuses')) return problem(403, 'Resource not accessible by integration');
      const { state, context, description, target_url } = request.body as Partial<FakeStatus>;
      if ((description ?? '').length > 140) return problem(422, 'description is too long (maximum is 140 characters)');
      const status = {
        id: this.nextId(),
        state: state ?? '',
        context: context ?? 'default',
        description: description ?? null,
        target_url: target_url ?? null,
        creator: token.user,
      };
      const sha = values['sha'] ?? '';
      this.statuses.set(sha, [...(this.statuses.get(sha) ?? []), status]);
      return { status: 201, body: status };
    },
    'repos/get-branch': ({ values }) => {
      const name = values['branch'] ?? '';
      const sha = this.branches.get(name);
      return sha === undefined
        ? undefined
        : {
            status: 200,
            body: {
              name,
              commit: { sha },
              protected: this.protection.has(name) || this.rules.length > 0,
              protection: { enabled: this.protection.has(name) },
            },
          };
    },
    'repos/get-branch-rules': ({ request }) => list(request, this.rules),
    'repos/get-branch-protection': ({ values, token }) => {
      if (!token.rights.has('administration')) return problem(403, 'Resource not accessible by integration');
      const body = this.protection.get(values['branch'] ?? '');
      return body === undefined ? problem(404, 'Branch not protected') : { status: 200, body };
    },
    'repos/get-repo-ruleset': ({ values, token }) => {
      const ruleset = this.rulesets.get(Number(values['ruleset_id']));
      if (ruleset === undefined) return undefined;
      const { bypass_actors, ...rest } = ruleset;
      return { status: 200, body: token.rights.has('administration') ? { ...rest, bypass_actors } : rest };
    },
    'repos/list-teams': ({ request, token }) =>
      token.rights.has('administration')
        ? list(
            request,
            [...this.repositoryTeams].map(([slug, each]) => ({ ...each, slug, name: slug })),
          )
        : problem(404, 'Not Found'),
    'repos/codeowners-errors': ({ request }) => {
      const errors = this.codeownersErrors.get(request.url.searchParams.get('ref') ?? 'main');
      return found(errors && { errors });
    },
    'actions/get-github-actions-default-workflow-permissions-repository': ({ token }) =>
      token.rights.has('administration')
        ? {
            status: 200,
            body: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: this.jobsApprove },
          }
        : problem(403, 'Resource not accessible by integration'),
    'git/get-ref': ({ values }) => {
      const sha = this.branches.get((values['ref'] ?? '').replace(/^heads\//, ''));
      return sha === undefined
        ? undefined
        : { status: 200, body: { ref: `refs/${values['ref']}`, object: { type: 'commit', sha } } };
    },
    'users/get-by-username': ({ values }) => found(this.users.get(values['username']?.toLowerCase() ?? '')),
    'teams/list-members-in-org': ({ values, request }) => {
      const members = this.teams.get(`${values['org']}/${values['team_slug']}`);
      return members === undefined ? undefined : list(request, members);
    },
  };

  #create({ request, token }: Call): FakeReply {
    const { title, head, head_repo, base, body, draft } = request.body as Readonly<Record<string, string>> & {
      readonly draft?: boolean;
    };
    if (!token.rights.has('pull-requests')) return problem(403, 'Resource not accessible by integration');
    const [branch = '', owner] = (head ?? '').split(':').reverse();
    const repo = owner === undefined ? this.repository : this.#findFork(owner, head_repo);
    const sha = (repo === this.repository ? this.branches : this.forks.get(repo ?? ''))?.get(branch);
    if (
      title === undefined ||
      sha === undefined ||
      !this.branches.has(base ?? '') ||
      sha === this.branches.get(base ?? '')
    )
      return problem(422, 'Validation Failed');
    if (draft === true && !this.drafts)
      return problem(422, 'Draft pull requests are not supported in this repository.');
    if ((body ?? '').length > 65_536) return problem(422, 'body is too long (maximum is 65536 characters)');
    const twin = [...this.pulls.values()].some(
      (each) => each.state === 'open' && each.head.ref === branch && each.head.repo === repo && each.base.ref === base,
    );
    if (twin) return problem(422, `A pull request already exists for ${head ?? ''}.`);
    const number = this.nextId();
    const { user } = token;
    this.addPull({
      number,
      user,
      title,
      body: body ?? '',
      draft: draft ?? false,
      head: { ref: branch, sha, repo: repo ?? null },
      base: { ref: base ?? '', sha: this.branches.get(base ?? '') ?? '' },
    });
    return { status: 201, body: this.#pull(number) };
  }

  #findFork(owner: string, name: string | undefined): string | undefined {
    const own = [...this.forks.keys()].filter((each) => each.split('/')[0] === owner);
    return name === undefined ? own[0] : own.find((each) => each === name);
  }

  #update({ values, request, token }: Call): FakeReply | undefined {
    const pull = this.#held(values['pull_number']);
    if (pull === undefined) return undefined;
    if (!token.rights.has('pull-requests')) return problem(403, 'Resource not accessible by integration');
    const { title, body } = request.body as { readonly title?: string; readonly body?: string };
    if (title === '' || (body ?? '').length > 65_536) return problem(422, 'Validation Failed');
    pull.title = title ?? pull.title;
    pull.body = body ?? pull.body;
    return { status: 200, body: this.#pull(pull.number) };
  }

  #addLabels({ values, request, token }: Call): FakeReply | undefined {
    const pull = this.#held(values['issue_number']);
    const { labels = [] } = request.body as { readonly labels?: readonly string[] };
    // GitHub answers so to whoever may not.
    if (pull === undefined || !token.rights.has('triage')) return undefined;
    const known = labels.map((each) => this.#findLabel(each));
    // GitHub would make a new one of each wrong spelling.
    if (known.includes(undefined)) this.faults.push(`a label that the repository lacks: ${labels.join(', ')}`);
    pull.labels = [...new Set([...pull.labels, ...known.filter((each) => each !== undefined)])];
    return { status: 200, body: pull.labels.map(labelReply) };
  }

  #findLabel(name: string): string | undefined {
    return [...this.labels].find((each) => each.toLowerCase() === name.toLowerCase());
  }

  /** All or none: the author, a stranger or an unknown team fails the whole call. */
  #requestReviewers({ values, request, token }: Call): FakeReply | undefined {
    const pull = this.#held(values['pull_number']);
    if (pull === undefined || !token.rights.has('triage')) return undefined;
    const { reviewers = [], team_reviewers = [] } = request.body as Readonly<Record<string, readonly string[]>>;
    const people = reviewers.map((login) => this.users.get(login.toLowerCase()));
    const isAble = (user: FakeUser | undefined): boolean =>
      user !== undefined && user.id !== pull.user?.id && this.permissions.has(user.login);
    const org = this.repository.split('/')[0] ?? '';
    if (!people.every(isAble) || !team_reviewers.every((slug) => this.teams.has(`${org}/${slug}`)))
      return problem(422, 'Reviews may only be requested from collaborators.');
    const { requested } = pull;
    requested.people = [...new Set([...requested.people, ...people.map((user) => user?.login ?? '')])];
    requested.teams = [...new Set([...requested.teams, ...team_reviewers])];
    return { status: 201, body: this.#pull(pull.number) };
  }

  #review({ values, request, token }: Call): FakeReply | undefined {
    const pull = this.#held(values['pull_number']);
    const { event = 'PENDING', body = '', commit_id } = request.body as Readonly<Record<string, string>>;
    if (pull === undefined) return undefined;
    if (event !== 'COMMENT' && pull.user?.id === token.user.id) {
      return problem(422, 'Can not approve your own pull request');
    }
    const states: Record<string, string> = {
      APPROVE: 'APPROVED',
      REQUEST_CHANGES: 'CHANGES_REQUESTED',
      COMMENT: 'COMMENTED',
    };
    const review = {
      id: this.nextId(),
      user: token.user,
      state: states[event] ?? 'PENDING',
      body,
      commit_id: commit_id ?? pull.head.sha,
      submitted_at: '2026-11-20T12:00:00Z',
    };
    pull.reviews.push(review);
    return { status: 200, body: reviewReply(review) };
  }

  #graphql(request: FakeRequest, token: Call['token']): FakeReply {
    const { query, variables } = request.body as {
      readonly query: string;
      readonly variables:
        | { readonly ids: readonly string[] }
        | { readonly number: number }
        | { readonly branch: string }
        | { readonly id: string };
    };
    if ('id' in variables) return { status: 200, body: this.#setDraft(variables.id, query, token) };
    if ('branch' in variables) {
      const entries = this.queues.get(variables.branch);
      const mergeQueue = entries === undefined ? null : { entries: { nodes: entries.map(queueEntry) } };
      return { status: 200, body: { data: { repository: { mergeQueue } } } };
    }
    if ('number' in variables)
      return { status: 200, body: { data: { repository: { pullRequest: this.#baseChanges(variables.number) } } } };
    const reviews = [...this.pulls.values()].flatMap((pull) => pull.reviews);
    const nodes = variables.ids.map((id) => {
      const review = reviews.find((each) => nodeId(each) === id);
      return review === undefined ? null : { lastEditedAt: review.editedAt ?? null };
    });
    return { status: 200, body: { data: { nodes } } };
  }

  #setDraft(id: string, query: string, token: Call['token']): unknown {
    const pull = [...this.pulls.values()].find(({ number }) => id === `PR_${number}`);
    const draft = query.includes('convertPullRequestToDraft');
    const isKnown = draft || query.includes('markPullRequestReadyForReview');
    if (pull === undefined || !isKnown || !token.rights.has('pull-requests') || (draft && !this.drafts))
      return { data: { changed: null }, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible' }] };
    pull.draft = draft;
    return { data: { changed: { pullRequest: { isDraft: draft } } } };
  }

  #baseChanges(number: number): unknown {
    const pull = this.#held(number);
    if (pull === undefined) return null;
    return { timelineItems: { nodes: pull.retargetedAt === undefined ? [] : [{ createdAt: pull.retargetedAt }] } };
  }

  #held(number: string | number | undefined): FakePull | undefined {
    return this.pulls.get(Number(number));
  }

  #label(pull: FakePull): string {
    return `${pull.head.repo?.split('/')[0] ?? ''}:${pull.head.ref}`;
  }

  #pull(number: string | number | undefined): unknown {
    const pull = this.#held(number);
    if (pull === undefined) return undefined;
    const { number: own, user, state, merged_at, commits, head, base, title, body, draft, labels, requested } = pull;
    const repo = (full_name: string | null) => (full_name === null ? null : { full_name });
    return {
      number: own,
      node_id: `PR_${own}`,
      user,
      state,
      merged_at,
      title,
      body,
      draft,
      labels: labels.map(labelReply),
      requested_reviewers: requested.people.map((login) => this.users.get(login.toLowerCase())),
      requested_teams: requested.teams.map((slug) => ({ slug, name: slug })),
      commits: commits.length,
      head: { ...head, repo: repo(head.repo) },
      base: { ...base, repo: repo(this.repository) },
    };
  }
}

function found(body: unknown): FakeReply | undefined {
  return body === undefined ? undefined : { status: 200, body };
}

function list(request: FakeRequest, all: readonly unknown[]): FakeReply {
  const { entries, headers } = pageOf(all, request.url);
  return { status: 200, headers, body: entries };
}

function problem(status: number, message: string): FakeReply {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } };
}

/** Owners are the same in any case, branches are not. */
function isSameHead(one: string, other: string): boolean {
  const [[owner = '', branch], [asked = '', wanted]] = [one.split(':'), other.split(':')];
  return owner.toLowerCase() === asked.toLowerCase() && branch === wanted;
}

function labelReply(name: string): object {
  return { name, color: 'ededed', description: '' };
}

function commitReply({ sha, author = null, committer = null }: FakeCommit): unknown {
  return { sha, author, committer };
}

function queueEntry({ number, commit }: { readonly number: number; readonly commit: string }, at: number): unknown {
  return { position: at + 1, headCommit: { oid: commit }, pullRequest: { number } };
}

function nodeId({ id }: FakeReview): string {
  return `PRR_${id}`;
}

function reviewReply(review: FakeReview): unknown {
  return { ...review, editedAt: undefined, node_id: nodeId(review) };
}
