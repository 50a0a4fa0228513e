import { FakeServer, pageOf, type FakeFile, type FakeReply, type FakeRequest } from '../fake-server.js';
import { gitlabParameters, parameterFaults } from './gitlab-parameters.js';

export interface FakeAccount {
  readonly id: number;
  readonly username: string;
  state: string;
}

export interface FakeProject {
  readonly id: number;
  readonly path: string;
  /** The project that it is a fork of. */
  readonly forkedFrom: number | undefined;
  branches: Map<string, string>;
  readonly labels: Set<string>;
}

export interface FakeMerge {
  readonly iid: number;
  readonly project: FakeProject;
  readonly source: FakeProject;
  readonly source_branch: string;
  target_branch: string;
  title: string;
  description: string;
  state: 'opened' | 'closed' | 'merged';
  readonly author: FakeAccount;
  labels: string[];
  reviewers: FakeAccount[];
  /** Its newest commit, where its branch is there no more or went on. */
  sha?: string | undefined;
  /** How those whose review is asked for stand to it: `unreviewed` where nothing is said here. */
  readonly stands: Map<string, string>;
  approvals: { readonly user: FakeAccount; readonly approved_at?: string | null }[];
  /** When its newest commits came. */
  pushedAt: string | undefined;
  discussions: object[];
}

interface FakeDeployment {
  readonly id: number;
  readonly sha: string;
  readonly status: string;
  readonly environment: { readonly name: string; readonly external_url: string | null; readonly tier?: string } | null;
}

/** `api` may change things, `read_api` only look; whether its owner may more than open a merge request of their own. */
export interface FakeAccess {
  readonly account: FakeAccount;
  readonly scope: 'api' | 'read_api';
  readonly isMember: boolean;
}

/**
 * GitLab on this machine as one opens merge requests there: it holds what was made, and refuses what GitLab's own pages do not have. What they say
 * of it: a label that is not there is made without a word, the reviewers are replaced as a whole, a draft is one by its title, a second one
 * of the same branches is 409. What its own program does besides: an order in a description (“/label ~x”) is obeyed, whom it does not take as a
 * reviewer it passes over.
 */
export class FakeMergeHost {
  readonly server = new FakeServer((request) => this.#answer(request));
  /** What no client may send: empty at the end of each test. */
  readonly faults: string[] = [];
  readonly accounts = new Map<string, FakeAccount>();
  /** What labels say of themselves, by their names. */
  readonly descriptions = new Map<string, string>();
  readonly tokens = new Map<string, FakeAccess>();
  readonly projects = new Map<string, FakeProject>();
  readonly merges: FakeMerge[] = [];
  /** People who may see the projects. */
  readonly members = new Set<string>();
  /** What is said of commits. */
  readonly statuses = new Map<string, object[]>();
  /** What services outside answered for each merge request; `undefined` on a plan that has no such checks. */
  checks: readonly object[] | undefined;
  /** What was deployed, the oldest first. */
  readonly deployments: FakeDeployment[] = [];
  /** Files that were sent, by their addresses in a description. */
  readonly uploads = new Map<string, FakeFile>();
  /** GitLab's plan without a price has one reviewer. */
  mostReviewers = 100;
  #ids = 100;

  addAccount(username: string): FakeAccount {
    const account = { id: this.#ids++, username, state: 'active' };
    this.accounts.set(username.toLowerCase(), account);
    this.members.add(username);
    return account;
  }

  addProject(path: string, forkedFrom?: FakeProject): FakeProject {
    const project = {
      id: this.#ids++,
      path,
      forkedFrom: forkedFrom?.id,
      branches: new Map<string, string>(),
      labels: new Set<string>(),
    };
    this.projects.set(path.toLowerCase(), project);
    return project;
  }

  addMerge(merge: Pick<FakeMerge, 'project' | 'source_branch' | 'author'> & Partial<FakeMerge>): FakeMerge {
    const whole: FakeMerge = {
      iid: this.merges.length + 12,
      source: merge.project,
      target_branch: 'main',
      title: 'Merge request 12',
      description: '',
      state: 'opened',
      labels: [],
      reviewers: [],
      stands: new Map(),
      approvals: [],
      pushedAt: '2026-11-20T12:00:00.000Z',
      discussions: [],
      ...merge,
    };
    this.merges.push(whole);
    return whole;
  }

  #answer(request: FakeRequest): FakeReply {
    const { method, url, headers, body } = request;
    const access = this.tokens.get(headers['private-token'] ?? '');
    if (access === undefined) return { status: 401, body: { message: '401 Unauthorized' } };
    const [route, values] = routeOf(method, url.pathname);
    if (!(route in gitlabParameters)) {
      this.faults.push(`${method} ${url.pathname} is nothing that GitLab has`);
      return { status: 404, body: { error: '404 Not Found' } };
    }
    const wanted = route.endsWith('/uploads') ? 'multipart/form-data' : 'application/json';
    if (method !== 'GET' && headers['content-type']?.split(';')[0] !== wanted)
      this.faults.push(`${route} is no ${wanted}`);
    const sent = method === 'GET' ? Object.fromEntries(url.searchParams) : (body as Record<string, unknown>);
    const wrong = parameterFaults(route, sent);
    if (wrong.length > 0) {
      this.faults.push(`${route}: ${wrong.join(', ')}`);
      return { status: 400, body: { error: wrong.join(', ') } };
    }
    if (method !== 'GET' && access.scope !== 'api')
      return { status: 403, body: { error: 'insufficient_scope', scope: 'api' } };
    const answer = this.#routes[route]?.(values, sent, access);
    if (answer === undefined) return { status: 404, body: { message: '404 Not Found' } };
    if (answer instanceof Refusal) return { status: answer.status, body: { message: [answer.message] } };
    if (!Array.isArray(answer)) return { status: method === 'POST' ? 201 : 200, body: answer };
    const { entries, headers: links } = pageOf(answer, url);
    return { status: 200, body: entries, headers: { ...links, 'x-total': String(answer.length) } };
  }

  readonly #routes: Readonly<
    Record<string, (values: readonly string[], sent: Readonly<Record<string, unknown>>, access: FakeAccess) => unknown>
  > = {
    'GET /users': (_, { username }) => {
      const account = this.accounts.get(String(username).toLowerCase());
      return account === undefined ? [] : [person(account)];
    },
    'GET /projects/:id': ([id]) => {
      const project = this.#project(id);
      return project && { id: project.id, path_with_namespace: project.path };
    },
    'GET /projects/:id/labels': ([id]) =>
      [...(this.#project(id)?.labels ?? [])].map((name, at) => ({
        id: at + 1,
        name,
        color: '#ededed',
        description: this.descriptions.get(name) ?? null,
      })),
    'GET /projects/:id/merge_requests': ([id], { state = 'all', source_branch }) =>
      this.merges
        .filter((merge) => merge.project === this.#project(id))
        .filter((merge) => state === 'all' || merge.state === state)
        .filter((merge) => source_branch === undefined || merge.source_branch === source_branch)
        .map(render),
    'GET /projects/:id/merge_requests/:iid': ([id, iid]) => {
      const merge = this.#merge(id, iid);
      return merge && render(merge);
    },
    'GET /projects/:id/merge_requests/:iid/reviewers': ([id, iid]) => {
      const merge = this.#merge(id, iid);
      return merge?.reviewers.map((user) => ({
        user: person(user),
        state: merge.stands.get(user.username) ?? 'unreviewed',
        created_at: '2026-11-20T12:00:00.000Z',
      }));
    },
    'GET /projects/:id/merge_requests/:iid/approvals': ([id, iid]) => {
      const merge = this.#merge(id, iid);
      return (
        merge && {
          approved_by: merge.approvals.map(({ user, ...rest }) => ({ user: person(user), ...rest })),
        }
      );
    },
    'GET /projects/:id/merge_requests/:iid/versions': ([id, iid]) => {
      const merge = this.#merge(id, iid);
      const version = { id: 1, head_commit_sha: 'f'.repeat(40), created_at: merge?.pushedAt, state: 'collected' };
      return merge && (merge.pushedAt === undefined ? [] : [version]);
    },
    'GET /projects/:id/merge_requests/:iid/discussions': ([id, iid]) => this.#merge(id, iid)?.discussions,
    'GET /projects/:id/merge_requests/:iid/status_checks': () => this.checks,
    'GET /projects/:id/repository/commits/:sha/statuses': ([, sha], { name }) =>
      (this.statuses.get(sha ?? '') ?? []).filter((each) => name === undefined || Reflect.get(each, 'name') === name),
    'GET /projects/:id/deployments': ([id], { status, sort }) => {
      const project = this.#project(id);
      const found = this.deployments.filter((each) => status === undefined || each.status === status);
      return project && (sort === 'desc' ? found.toReversed() : found);
    },
    'POST /projects/:id/uploads': ([id], { file }, { isMember }) => {
      if (this.#project(id) === undefined) return undefined;
      if (!isMember) return new Refusal(403, '403 Forbidden');
      const sent = file as FakeFile;
      const url = `/uploads/${String(this.uploads.size).padStart(32, '0')}/${sent.name}`;
      this.uploads.set(url, sent);
      const alt = sent.name.replace(/\.\w+$/, '');
      return { id: this.uploads.size, alt, url, full_path: `/-/project/1${url}`, markdown: `![${alt}](${url})` };
    },
    'POST /projects/:id/merge_requests': ([id], sent, access) => this.#create(this.#project(id), sent, access),
    'PUT /projects/:id/merge_requests/:iid': ([id, iid], sent, access) => {
      if (Object.keys(sent).length === 0) return new Refusal(400, 'at least one attribute is needed');
      const merge = this.#merge(id, iid);
      if (merge === undefined) return undefined;
      if (!access.isMember && merge.author !== access.account) return new Refusal(403, '403 Forbidden');
      this.#change(merge, sent, access);
      return render(merge);
    },
  };

  #create(source: FakeProject | undefined, sent: Readonly<Record<string, unknown>>, access: FakeAccess): unknown {
    const target = [...this.projects.values()].find(({ id }) => id === (sent['target_project_id'] ?? source?.id));
    if (source === undefined || target === undefined) return undefined;
    const [from, to] = [String(sent['source_branch']), String(sent['target_branch'])];
    if (source !== target && source.forkedFrom !== target.id) return new Refusal(422, 'Source project is not a fork');
    if (source === target && from === to)
      return new Refusal(422, "You can't use same project/branch for source and target");
    if (!source.branches.has(from) || !target.branches.has(to)) return new Refusal(400, 'Branch does not exist');
    const other = this.merges.find(
      (each) =>
        each.state === 'opened' &&
        each.project === target &&
        each.source === source &&
        each.source_branch === from &&
        each.target_branch === to,
    );
    if (other !== undefined)
      return new Refusal(409, `Another open merge request already exists for this source branch: !${other.iid}`);
    const merge = this.addMerge({
      project: target,
      source,
      source_branch: from,
      target_branch: to,
      author: access.account,
    });
    this.#change(merge, { description: '', ...sent }, access);
    return render(merge);
  }

  #change(merge: FakeMerge, sent: Readonly<Record<string, unknown>>, { isMember }: FakeAccess): void {
    const { title, description, add_labels, labels, reviewer_ids } = sent as {
      readonly title?: string;
      readonly description?: string;
      readonly add_labels?: string;
      readonly labels?: string;
      readonly reviewer_ids?: readonly number[];
    };
    if (title !== undefined) merge.title = title;
    if (description !== undefined) {
      // GitLab takes what is in a block of code for none.
      for (const [order] of description.replace(/^```[^]*?^```/gm, '').matchAll(/^\/[a-z_]+(?= |$).*/gim))
        this.faults.push(`GitLab obeyed ${order}`);
      merge.description = description.trimEnd();
    }
    if (!isMember) return;
    if (labels !== undefined) merge.labels = labels.split(',');
    for (const label of add_labels?.split(',') ?? []) {
      if (!merge.project.labels.has(label)) this.faults.push(`the label ${label} was made in silence`);
      if (!merge.labels.includes(label)) merge.labels.push(label);
    }
    if (reviewer_ids !== undefined) {
      const people = reviewer_ids.flatMap((id) => [...this.accounts.values()].filter((each) => each.id === id));
      merge.reviewers = people.filter(({ username }) => this.members.has(username)).slice(0, this.mostReviewers);
    }
  }

  #project(id: string | undefined): FakeProject | undefined {
    return (
      this.projects.get(String(id).toLowerCase()) ?? [...this.projects.values()].find((each) => String(each.id) === id)
    );
  }

  #merge(id: string | undefined, iid: string | undefined): FakeMerge | undefined {
    return this.merges.find((each) => each.project === this.#project(id) && String(each.iid) === iid);
  }
}

class Refusal {
  constructor(
    readonly status: number,
    readonly message: string,
  ) {}
}

/** A request as GitLab's pages call it, and what stands in the place of its names. */
function routeOf(method: string, path: string): readonly [string, readonly string[]] {
  const values: string[] = [];
  const route = path
    .replace(/^\/api\/v4/, '')
    .replace(
      /^(\/projects\/)([^/]+)/,
      (_, lead: string, id: string) => (values.push(decodeURIComponent(id)), `${lead}:id`),
    )
    .replace(/(\/merge_requests\/)(\d+)(?=\/|$)/, (_, lead: string, iid: string) => (values.push(iid), `${lead}:iid`))
    .replace(/(\/commits\/)(\w+)(?=\/)/, (_, lead: string, sha: string) => (values.push(sha), `${lead}:sha`));
  return [`${method} ${route}`, values];
}

function person({ id, username, state }: FakeAccount): object {
  return {
    id,
    username,
    name: username,
    state,
    locked: false,
    avatar_url: null,
    web_url: `https://gitlab/${username}`,
  };
}

function render(merge: FakeMerge): object {
  const draft = /^(?:\[draft\]|\(draft\)|draft:)/i.test(merge.title);
  return {
    id: 9000 + merge.iid,
    iid: merge.iid,
    project_id: merge.project.id,
    title: merge.title,
    description: merge.description,
    state: merge.state,
    created_at: '2026-11-20T12:00:00.000Z',
    updated_at: '2026-11-20T12:00:00.000Z',
    merged_at: merge.state === 'merged' ? '2026-11-21T12:00:00.000Z' : null,
    target_branch: merge.target_branch,
    source_branch: merge.source_branch,
    source_project_id: merge.source.id,
    target_project_id: merge.project.id,
    author: person(merge.author),
    reviewers: merge.reviewers.map(person),
    labels: merge.labels,
    draft,
    work_in_progress: draft,
    sha: merge.sha ?? merge.source.branches.get(merge.source_branch) ?? null,
    web_url: `https://gitlab/${merge.project.path}/-/merge_requests/${merge.iid}`,
  };
}
