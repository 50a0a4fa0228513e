import type { BranchRules, Bypass, RequiredCheck, RuleFact } from './branch-rules.js';
import { UnreadRules } from './evidence/unread-rules.js';
import {
  gitlabApprovalRules,
  gitlabApprovalSettings,
  gitlabBranch,
  gitlabChecks,
  gitlabMergeSettings,
  gitlabProtection,
  type GitlabProtection,
} from './gitlab/gitlab-rules.js';
import { orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GitlabHost } from './open-gitlab.js';

/** GitLab's own check: all of the pipeline's jobs, and statuses that others posted to it. */
const pipeline = 'pipeline';

/** What GitLab enforces for a branch: its protection, the project's merge and approval settings, external status checks. */
export async function readGitlabRules(
  host: GitlabHost,
  repository: string,
  branch: string,
): Promise<HostAnswer<BranchRules>> {
  const { api } = host;
  const project = apiPath`/projects/${repository}`;
  const unread = new UnreadRules();
  return orTrouble(async () => {
    const merging = await api.get(project, gitlabMergeSettings);
    const protection = await readProtection(host, project, branch, unread);
    const settings = await unread.attempt(
      'the approval settings (a role of Maintainer, and a paid plan)',
      ['dismissedOnPush', 'lastPushApproval', 'authorApproval'],
      () => api.get(`${project}/approvals`, gitlabApprovalSettings),
    );
    const rules = await unread.attempt('the approval rules (a paid plan)', ['approvals'], () =>
      api.list(`${project}/approval_rules`, gitlabApprovalRules),
    );
    const checks = await unread.attempt('the external status checks (GitLab Ultimate)', ['requiredChecks'], () =>
      api.list(`${project}/external_status_checks`, gitlabChecks),
    );
    const holds = ({
      protected_branches: names = [],
    }: {
      protected_branches?: readonly { name: string }[] | undefined;
    }) => names.length === 0 || names.some(({ name }) => name === branch);
    const approvals = Math.max(0, ...(rules ?? []).filter(holds).map((rule) => rule.approvals_required));
    const flag = (fact: RuleFact, isSet: boolean): boolean | null => unread.settle(fact, isSet, isSet);
    const pushers = pushersOf(protection);
    return {
      branch,
      requiredChecks: [
        ...pipelineCheck(merging),
        ...(checks ?? []).filter(holds).map(({ id, name }) => ({ name, source: `external status check ${id}` })),
      ],
      approvals: unread.settle('approvals', approvals, approvals > 0),
      codeOwners: flag('codeOwners', protection?.code_owner_approval_required === true),
      dismissedOnPush: flag('dismissedOnPush', settings?.reset_approvals_on_push === true),
      lastPushApproval: flag('lastPushApproval', settings?.merge_requests_disable_committers_approval === true),
      // A merge train merges what was judged before it, so it does not count.
      upToDate: merging.merge_method === undefined ? null : merging.merge_method !== 'merge',
      authorApproval: settings && (settings.merge_requests_author_approval ?? null),
      pushers: unread.settle('pushers', pushers, false),
      forcePushes: protection === null ? 'unknown' : protection?.allow_force_push === false ? 'forbidden' : 'allowed',
      bypass: unread.settle('bypass', pushers.map(toBypass), false),
      unread: unread.all,
    };
  });
}

/** `undefined` where the branch is not protected, `null` where that cannot be read. */
async function readProtection(
  host: GitlabHost,
  project: string,
  branch: string,
  unread: UnreadRules,
): Promise<GitlabProtection | null | undefined> {
  const facts: readonly RuleFact[] = ['codeOwners', 'pushers', 'forcePushes', 'bypass'];
  return unread.attempt('the protection of the branch (a role of Developer)', facts, async () => {
    const { protected: isProtected } = await host.api.get(
      project + apiPath`/repository/branches/${branch}`,
      gitlabBranch,
    );
    // Protection by a pattern has the pattern's name, and so is not found: then it stays unread.
    return isProtected ? host.api.get(project + apiPath`/protected_branches/${branch}`, gitlabProtection) : undefined;
  });
}

/** A skipped pipeline that counts as a good one makes a check of none. */
function pipelineCheck(settings: {
  readonly only_allow_merge_if_pipeline_succeeds: boolean;
  readonly allow_merge_on_skipped_pipeline?: boolean | null | undefined;
}): readonly RequiredCheck[] {
  const binds = settings.only_allow_merge_if_pipeline_succeeds && settings.allow_merge_on_skipped_pipeline !== true;
  return binds ? [{ name: pipeline, source: null }] : [];
}

function pushersOf(protection: GitlabProtection | null | undefined): readonly string[] {
  if (protection === undefined) return ['everyone who may push'];
  const levels = protection?.push_access_levels ?? [];
  return levels.map((level) => level.access_level_description).filter((who) => who !== 'No one');
}

/** Who pushes to the branch itself passes by its merge requests. */
function toBypass(who: string): Bypass {
  const role = roles[who];
  return role === undefined ? { who, kind: 'other' } : { who, kind: 'role', id: role };
}

/** The least role that GitLab's words name. */
const roles: Readonly<Record<string, string>> = {
  'everyone who may push': 'write',
  'Developers + Maintainers': 'write',
  Maintainers: 'maintain',
};
