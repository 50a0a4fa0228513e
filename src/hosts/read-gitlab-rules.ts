import type { BranchRules, RequiredCheck } from './branch-rules.js';
import { UnreadParts } from './evidence/unread-parts.js';
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
  const unread = new UnreadParts();
  return orTrouble(async () => {
    const merging = await api.get(project, gitlabMergeSettings);
    const protection = await readProtection(host, project, branch, unread);
    const settings = await unread.attempt('the approval settings (a role of Maintainer, and a paid plan)', () =>
      api.get(`${project}/approvals`, gitlabApprovalSettings),
    );
    const rules = await unread.attempt('the approval rules (a paid plan)', () =>
      api.list(`${project}/approval_rules`, gitlabApprovalRules),
    );
    const checks = await unread.attempt('the external status checks (GitLab Ultimate)', () =>
      api.list(`${project}/external_status_checks`, gitlabChecks),
    );
    const holds = ({
      protected_branches: names = [],
    }: {
      protected_branches?: readonly { name: string }[] | undefined;
    }) => names.length === 0 || names.some(({ name }) => name === branch);
    return {
      branch,
      requiredChecks: [
        ...pipelineCheck(merging),
        ...(checks ?? []).filter(holds).map(({ id, name }) => ({ name, source: `external status check ${id}` })),
      ],
      approvals: Math.max(0, ...(rules ?? []).filter(holds).map((rule) => rule.approvals_required)),
      codeOwners: protection?.code_owner_approval_required === true,
      dismissedOnPush: settings?.reset_approvals_on_push === true,
      lastPushApproval: settings?.merge_requests_disable_committers_approval === true,
      forcePushes: protection === null ? 'unknown' : protection?.allow_force_push === false ? 'forbidden' : 'allowed',
      bypass: bypassOf(protection),
      unread: unread.all,
    };
  });
}

/** `undefined` where the branch is not protected, `null` where that cannot be read. */
async function readProtection(
  host: GitlabHost,
  project: string,
  branch: string,
  unread: UnreadParts,
): Promise<GitlabProtection | null | undefined> {
  return unread.attempt('the protection of the branch (a role of Developer)', async () => {
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

/** Who pushes to the branch itself passes by its merge requests. */
function bypassOf(protection: GitlabProtection | null | undefined): readonly string[] | null {
  if (protection === null) return null;
  if (protection === undefined) return ['everyone who may push'];
  return protection.push_access_levels.map((level) => level.access_level_description).filter((who) => who !== 'No one');
}
