import {
  FakeMergeHost,
  type FakeAccount,
  type FakeMerge,
  type FakeProject,
} from '../hosts/fake-gitlab/fake-merge-host.js';
import { pmZone } from '../support/run-command-line.js';
import { startPushed, type HostedPilot } from './opening-pilot.js';

export const gitlabToken = 'glpat-openingPilotTESTTOKEN';

/** The pilot of `startOpening`, whose repository lies on a stand-in of GitLab. */
export interface GitlabPilot extends HostedPilot {
  readonly gitlab: FakeMergeHost;
  readonly shop: FakeProject;
  readonly maya: FakeAccount;
  readonly merges: () => readonly FakeMerge[];
}

export async function startOnGitlab(policy = ''): Promise<GitlabPilot> {
  const { branches, remove, ...pushed } = await startPushed(policy);
  const gitlab = new FakeMergeHost();
  await gitlab.server.start();
  const [maya] = ['maya', 'erin', 'paul'].map((name) => gitlab.addAccount(name)) as [FakeAccount];
  const shop = gitlab.addProject('acme/web/shop');
  shop.branches = branches;
  for (const label of ['pm-authored', 'zone:copy', 'size:XS']) shop.labels.add(label);
  gitlab.tokens.set(gitlabToken, { account: maya, scope: 'api', isMember: true });
  const environment = {
    CI_API_V4_URL: `${gitlab.server.url}/api/v4`,
    CI_PROJECT_PATH: 'acme/web/shop',
    GITLAB_TOKEN: gitlabToken,
  };
  return {
    ...pushed,
    gitlab,
    server: gitlab.server,
    faults: gitlab.faults,
    shop,
    maya,
    environment,
    merges: () => gitlab.merges,
    seen: () =>
      gitlab.merges.map(({ title, description, labels, reviewers }) => ({
        title,
        draft: title.startsWith('Draft: '),
        body: description,
        labels,
        asked: reviewers.map(({ username }) => username),
      })),
    merge() {
      for (const merge of gitlab.merges)
        Object.assign(merge, { state: 'merged', sha: branches.get(merge.source_branch) });
    },
    pr: (...args) => pmZone(pushed.work, ['pr', ...args], { environment }),
    async close() {
      await gitlab.server.stop();
      remove();
    },
  };
}
