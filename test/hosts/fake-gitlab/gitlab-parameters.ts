/** What a parameter holds, in the words of GitLab's tables. */
export type ParameterKind = 'string' | 'integer' | 'boolean' | 'integer array' | 'file';

interface Parameters {
  readonly required: readonly string[];
  readonly known: Readonly<Record<string, ParameterKind>>;
}

const pages = { page: 'integer', per_page: 'integer' } as const;

/** The attributes that both tables, “Create MR” and “Update MR”, have. */
const written = {
  allow_collaboration: 'boolean',
  allow_maintainer_to_push: 'boolean',
  assignee_id: 'integer',
  assignee_ids: 'integer array',
  description: 'string',
  labels: 'string',
  merge_after: 'string',
  milestone_id: 'integer',
  remove_source_branch: 'boolean',
  reviewer_ids: 'integer array',
  squash: 'boolean',
  target_branch: 'string',
  title: 'string',
} as const;

/** By the pages doc/api/{merge_requests, merge_request_approvals, discussions, commits, labels, status_checks, users, projects, project_markdown_uploads, deployments}.md: what each request may and must say. A name that is not here is refused. */
export const gitlabParameters: Readonly<Record<string, Parameters>> = {
  'GET /projects/:id/merge_requests': {
    required: [],
    known: {
      ...pages,
      approved_by_ids: 'integer array',
      approver_ids: 'integer array',
      assignee_id: 'integer',
      author_id: 'integer',
      author_username: 'string',
      created_after: 'string',
      created_before: 'string',
      environment: 'string',
      labels: 'string',
      milestone: 'string',
      my_reaction_emoji: 'string',
      order_by: 'string',
      reviewer_id: 'integer',
      reviewer_username: 'string',
      scope: 'string',
      search: 'string',
      sort: 'string',
      source_branch: 'string',
      state: 'string',
      target_branch: 'string',
      updated_after: 'string',
      updated_before: 'string',
      view: 'string',
      wip: 'string',
      with_labels_details: 'boolean',
    },
  },
  'POST /projects/:id/merge_requests': {
    required: ['source_branch', 'target_branch', 'title'],
    known: { ...written, source_branch: 'string', target_project_id: 'integer' },
  },
  'GET /projects/:id/merge_requests/:iid': {
    required: [],
    known: { include_diverged_commits_count: 'boolean', include_rebase_in_progress: 'boolean', render_html: 'boolean' },
  },
  'PUT /projects/:id/merge_requests/:iid': {
    required: [],
    known: {
      ...written,
      add_labels: 'string',
      discussion_locked: 'boolean',
      remove_labels: 'string',
      state_event: 'string',
    },
  },
  'GET /projects/:id/merge_requests/:iid/reviewers': { required: [], known: pages },
  'GET /projects/:id/merge_requests/:iid/approvals': { required: [], known: {} },
  'GET /projects/:id/merge_requests/:iid/versions': { required: [], known: pages },
  'GET /projects/:id/merge_requests/:iid/discussions': { required: [], known: pages },
  'GET /projects/:id/merge_requests/:iid/status_checks': { required: [], known: pages },
  'GET /projects/:id/repository/commits/:sha/statuses': {
    required: [],
    known: {
      ...pages,
      all: 'boolean',
      name: 'string',
      order_by: 'string',
      pipeline_id: 'integer',
      ref: 'string',
      sort: 'string',
      stage: 'string',
    },
  },
  'GET /projects/:id/labels': {
    required: [],
    known: { ...pages, include_ancestor_groups: 'boolean', search: 'string', with_counts: 'boolean' },
  },
  'GET /projects/:id': {
    required: [],
    known: { license: 'boolean', statistics: 'boolean', with_custom_attributes: 'boolean' },
  },
  'GET /projects/:id/deployments': {
    required: [],
    known: {
      ...pages,
      environment: 'string',
      finished_after: 'string',
      finished_before: 'string',
      order_by: 'string',
      sort: 'string',
      status: 'string',
      updated_after: 'string',
      updated_before: 'string',
    },
  },
  'POST /projects/:id/uploads': { required: ['file'], known: { file: 'file' } },
  'GET /users': { required: [], known: { ...pages, active: 'boolean', search: 'string', username: 'string' } },
};

/** What is wrong with the parameters of a request, by GitLab's tables. */
export function parameterFaults(route: string, values: Readonly<Record<string, unknown>>): readonly string[] {
  const { required, known } = gitlabParameters[route] ?? { required: [], known: {} };
  return [
    ...required.filter((name) => values[name] === undefined || values[name] === '').map((name) => `${name} is missing`),
    ...Object.entries(values).flatMap(([name, value]) => {
      const kind = known[name];
      if (kind === undefined) return [`there is no ${name}`];
      return fits(kind, value) ? [] : [`${name} is no ${kind}`];
    }),
  ];
}

function fits(kind: ParameterKind, value: unknown): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string';
    case 'file':
      return typeof value === 'object' && value !== null && 'bytes' in value;
    case 'boolean':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    case 'integer array':
      return Array.isArray(value) && value.every((each) => Number.isInteger(each));
    case 'integer':
      return Number.isInteger(value) || (typeof value === 'string' && /^\d+$/.test(value));
  }
}
