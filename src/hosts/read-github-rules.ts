import type { BranchRules, RequiredCheck } from './branch-rules.js';
import { UnreadParts } from './evidence/unread-parts.js';
import {
  githubBranch,
  githubProtection,
  githubRules,
  githubRuleset,
  type GithubProtection,
  type GithubRule,
} from './github/github-rules.js';
import { orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GithubHost } from './open-github.js';

/** What GitHub enforces for a branch: its rule sets, those of the organization among them, and its classic protection. */
export async function readGithubRules(
  host: GithubHost,
  repository: string,
  branch: string,
): Promise<HostAnswer<BranchRules>> {
  const [owner = '', name = ''] = repository.split('/');
  const unread = new UnreadParts();
  return orTrouble(async () => {
    const rules = await host.api.list(apiPath`/repos/${owner}/${name}/rules/branches/${branch}`, githubRules);
    const classic = await readProtection(host, owner, name, branch, unread);
    const bypass = await readBypass(host, owner, name, rules, unread);
    const reviews = classic?.required_pull_request_reviews;
    const some = (pick: (parameters: NonNullable<GithubRule['parameters']>) => boolean | undefined) =>
      rules.some(
        ({ type, parameters }) => type === 'pull_request' && parameters !== undefined && pick(parameters) === true,
      );
    return {
      branch,
      requiredChecks: [...rules.flatMap(checksOfRule), ...checksOfProtection(classic)],
      approvals: Math.max(
        0,
        reviews?.required_approving_review_count ?? 0,
        ...rules.map(({ parameters }) => parameters?.required_approving_review_count ?? 0),
      ),
      codeOwners: reviews?.require_code_owner_reviews === true || some((each) => each.require_code_owner_review),
      dismissedOnPush: reviews?.dismiss_stale_reviews === true || some((each) => each.dismiss_stale_reviews_on_push),
      lastPushApproval: reviews?.require_last_push_approval === true || some((each) => each.require_last_push_approval),
      forcePushes: forcePushes(rules, classic),
      bypass: bypass === null || classic === null ? null : [...bypass, ...bypassOfProtection(classic)],
      unread: unread.all,
    };
  });
}

/** `undefined` where the branch has no classic protection, `null` where that cannot be read. */
async function readProtection(
  host: GithubHost,
  owner: string,
  name: string,
  branch: string,
  unread: UnreadParts,
): Promise<GithubProtection | null | undefined> {
  const { api } = host;
  const part = "the branch's classic protection (the token needs to read the repository's administration)";
  return unread.attempt(part, async () => {
    const { protected: isProtected } = await api.get(apiPath`/repos/${owner}/${name}/branches/${branch}`, githubBranch);
    if (!isProtected) return undefined;
    return api.get(apiPath`/repos/${owner}/${name}/branches/${branch}/protection`, githubProtection);
  });
}

/** GitHub shows who may bypass a rule set to those alone who may change it. */
async function readBypass(
  host: GithubHost,
  owner: string,
  name: string,
  rules: readonly GithubRule[],
  unread: UnreadParts,
): Promise<readonly string[] | null> {
  const all: string[] = [];
  let whole = true;
  for (const id of new Set(rules.flatMap((rule) => rule.ruleset_id ?? []))) {
    const part = `who may bypass rule set ${id}`;
    const ruleset = await unread.attempt(part, () =>
      host.api.get(apiPath`/repos/${owner}/${name}/rulesets/${id}`, githubRuleset),
    );
    if (ruleset?.bypass_actors === undefined) {
      if (ruleset !== null) unread.note(part, 'GitHub tells it only a token that may write to the rule set.');
      whole = false;
      continue;
    }
    for (const { actor_type, actor_id = null, bypass_mode = 'always' } of ruleset.bypass_actors) {
      all.push(`${actor_type}${actor_id === null ? '' : ` ${actor_id}`} (${bypass_mode})`);
    }
  }
  return whole ? all : null;
}

function checksOfRule({ parameters }: GithubRule): readonly RequiredCheck[] {
  return (parameters?.required_status_checks ?? []).map(({ context, integration_id: id = null }) => ({
    name: context,
    source: id === null ? null : String(id),
  }));
}

function checksOfProtection(classic: GithubProtection | null | undefined): readonly RequiredCheck[] {
  return (classic?.required_status_checks?.checks ?? []).map(({ context, app_id: id }) => ({
    name: context,
    // GitHub writes -1 for "any source".
    source: id === null || id < 0 ? null : String(id),
  }));
}

function forcePushes(rules: readonly GithubRule[], classic: GithubProtection | null | undefined) {
  if (rules.some(({ type }) => type === 'non_fast_forward')) return 'forbidden';
  if (classic === null) return 'unknown';
  return classic === undefined || classic.allow_force_pushes?.enabled === true ? 'allowed' : 'forbidden';
}

function bypassOfProtection(classic: GithubProtection | undefined): readonly string[] {
  if (classic === undefined) return [];
  const {
    users = [],
    teams = [],
    apps = [],
  } = classic.required_pull_request_reviews?.bypass_pull_request_allowances ?? {};
  return [
    ...(classic.enforce_admins?.enabled === true ? [] : ['administrators of the repository']),
    ...users.map(({ login }) => `@${login}`),
    ...teams.map(({ slug }) => `team ${slug}`),
    ...apps.map(({ slug = '' }) => `app ${slug}`),
  ];
}
