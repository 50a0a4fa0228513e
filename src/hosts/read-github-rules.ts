import type { BranchRules, Bypass, RequiredCheck, RuleFact } from './branch-rules.js';
import { UnreadRules } from './evidence/unread-rules.js';
import {
  githubBranch,
  githubProtection,
  githubRules,
  githubRuleset,
  type GithubProtection,
  type GithubRule,
} from './github/github-rules.js';
import { bypassOfActor, bypassOfProtection } from './github/read-bypass.js';
import { HostError, orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GithubHost } from './open-github.js';

/** What rules of any kind may say. */
const all: readonly RuleFact[] = [
  'requiredChecks',
  'approvals',
  'codeOwners',
  'dismissedOnPush',
  'lastPushApproval',
  'upToDate',
  'pushers',
  'forcePushes',
  'bypass',
];

/**
 * What GitHub enforces for a branch: its rule sets, those of the organization among them, and its classic protection. Where neither of the two
 * can be read there is only a trouble.
 */
export async function readGithubRules(
  host: GithubHost,
  repository: string,
  branch: string,
): Promise<HostAnswer<BranchRules>> {
  const [owner = '', name = ''] = repository.split('/');
  const unread = new UnreadRules();
  return orTrouble(async () => {
    const read = await orTrouble(() =>
      host.api.list(apiPath`/repos/${owner}/${name}/rules/branches/${branch}`, githubRules),
    );
    if ('trouble' in read) {
      unread.note("the branch's rule sets (the token needs to read metadata)", read.trouble.sentence, all);
    }
    const rules = 'value' in read ? read.value : [];
    const classic = await readProtection(host, owner, name, branch, unread);
    if ('trouble' in read && classic === null) throw new HostError(read.trouble);
    const bypass = await readBypass(host, owner, name, rules, unread);
    const reviews = classic?.required_pull_request_reviews;
    const some = (
      fact: RuleFact,
      ofProtection: boolean | undefined,
      pick: (parameters: NonNullable<GithubRule['parameters']>) => boolean | undefined,
    ): boolean | null => {
      const isSet = ofProtection === true || rules.some((rule) => rule.parameters && pick(rule.parameters) === true);
      return unread.settle(fact, isSet, isSet);
    };
    const approvals = Math.max(
      0,
      reviews?.required_approving_review_count ?? 0,
      ...rules.map(({ parameters }) => parameters?.required_approving_review_count ?? 0),
    );
    const pushers = pushersOf(rules, classic);
    return {
      branch,
      requiredChecks: [...rules.flatMap(checksOfRule), ...checksOfProtection(classic)],
      approvals: unread.settle('approvals', approvals, approvals > 0),
      codeOwners: some('codeOwners', reviews?.require_code_owner_reviews, (each) => each.require_code_owner_review),
      dismissedOnPush: some(
        'dismissedOnPush',
        reviews?.dismiss_stale_reviews,
        (each) => each.dismiss_stale_reviews_on_push,
      ),
      lastPushApproval: some(
        'lastPushApproval',
        reviews?.require_last_push_approval,
        (each) => each.require_last_push_approval,
      ),
      upToDate: some(
        'upToDate',
        classic?.required_status_checks?.strict === true || rules.some(({ type }) => type === 'merge_queue'),
        (each) => each.strict_required_status_checks_policy,
      ),
      // GitHub lets nobody approve a pull request of their own.
      authorApproval: false,
      pushers: unread.settle('pushers', pushers, pushers.length === 0),
      forcePushes: unread.settle('forcePushes', ...forcePushes(rules, classic)) ?? 'unknown',
      bypass: unread.settle('bypass', [...bypass, ...bypassOfProtection(classic)], false),
      unread: unread.all,
    };
  });
}

/** `undefined` where the branch has no classic protection, `null` where that cannot be read. */
async function readProtection(
  { api }: GithubHost,
  owner: string,
  name: string,
  branch: string,
  unread: UnreadRules,
): Promise<GithubProtection | null | undefined> {
  const part = "the branch's classic protection (the token needs to read the repository's administration)";
  return unread.attempt(part, all, async () => {
    const at = apiPath`/repos/${owner}/${name}/branches/${branch}`;
    const { protected: isProtected, protection } = await api.get(at, githubBranch);
    // Rule sets protect a branch too: this is said of the classic protection alone.
    if (!isProtected || protection?.enabled === false) return undefined;
    return api.get(`${at}/protection`, githubProtection);
  });
}

/** GitHub shows who may bypass a rule set to those alone who may change it. */
async function readBypass(
  { api }: GithubHost,
  owner: string,
  name: string,
  rules: readonly GithubRule[],
  unread: UnreadRules,
): Promise<readonly Bypass[]> {
  const found: Bypass[] = [];
  for (const id of new Set(rules.flatMap((rule) => rule.ruleset_id ?? []))) {
    const part = `who may bypass rule set ${id} (the token needs to write the repository's administration, or the organization's)`;
    const ruleset = await unread.attempt(part, ['bypass'], () =>
      api.get(apiPath`/repos/${owner}/${name}/rulesets/${id}`, githubRuleset),
    );
    if (ruleset === null) continue;
    if (ruleset.bypass_actors === undefined) {
      unread.note(part, 'GitHub tells it only a token that may write to the rule set.', ['bypass']);
    } else found.push(...ruleset.bypass_actors.map(bypassOfActor));
  }
  return found;
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

function pushersOf(rules: readonly GithubRule[], classic: GithubProtection | null | undefined): readonly string[] {
  if (rules.some(({ type }) => type === 'pull_request' || type === 'update')) return [];
  if (classic?.required_pull_request_reviews !== undefined) return [];
  if (classic?.restrictions === undefined) return ['everyone with write access'];
  const { users = [], teams = [], apps = [] } = classic.restrictions;
  return [
    ...users.map(({ login }) => `@${login}`),
    ...teams.map(({ slug }) => `team ${slug}`),
    ...apps.map(({ slug = '' }) => `app ${slug}`),
  ];
}

function forcePushes(
  rules: readonly GithubRule[],
  classic: GithubProtection | null | undefined,
): readonly ['allowed' | 'forbidden', boolean] {
  if (rules.some(({ type }) => type === 'non_fast_forward')) return ['forbidden', true];
  const isAllowed = classic?.allow_force_pushes?.enabled === true;
  return [!classic || isAllowed ? 'allowed' : 'forbidden', !!classic];
}
