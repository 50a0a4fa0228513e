import { mergeRequestsOnGitlab } from '../../src/hosts/merge-requests-on-gitlab.js';
import { openGitlab } from '../../src/hosts/open-gitlab.js';
import { inTerminalOnGitlab } from '../../src/opening/opening-face.js';
import { sha } from '../hosts/fake-github/good-change.js';
import {
  FakeMergeHost,
  type FakeAccount,
  type FakeMerge,
  type FakeProject,
} from '../hosts/fake-gitlab/fake-merge-host.js';
import {
  clearFaults,
  draftOf,
  heldLimits,
  noPictures,
  olderBody,
  seeOpening,
  type HeldOpening,
} from './held-opening.js';

export interface HeldGitlab extends HeldOpening {
  readonly gitlab: FakeMergeHost;
  readonly shop: FakeProject;
  readonly maya: FakeAccount;
  readonly erin: FakeAccount;
  readonly merges: () => readonly FakeMerge[];
}

const secret = 'glpat-heldOpeningTESTTOKEN';

/** The same way as on GitHub, on a stand-in of GitLab: people alone are asked, and labels are never made. */
export async function startHeldGitlab(): Promise<HeldGitlab> {
  const gitlab = new FakeMergeHost();
  await gitlab.server.start();
  const [maya, erin] = [gitlab.addAccount('maya'), gitlab.addAccount('erin')];
  const shop = gitlab.addProject('acme/web/shop');
  gitlab.tokens.set(secret, { account: maya, scope: 'api', isMember: true });
  const head = { repository: 'acme/web/shop', branch: 'pm/home' };
  const draft = draftOf('now', { reviewers: ['@erin'] });
  return {
    gitlab,
    shop,
    maya,
    erin,
    server: gitlab.server,
    secret,
    faults: gitlab.faults,
    opener: 'POST /api/v4/projects/acme/web/shop/merge_requests',
    whole: { older: 'A title of mine', asked: ['erin'] },
    merges: () => gitlab.merges,
    seen: () =>
      gitlab.merges.map(({ title, description, labels, reviewers }) => ({
        title: title.replace(/^Draft: /, ''),
        draft: title.startsWith('Draft: '),
        body: description,
        labels,
        asked: reviewers.map(({ username }) => username),
      })),
    reset(isOpen) {
      clearFaults(gitlab.server);
      gitlab.merges.length = 0;
      shop.labels.clear();
      for (const label of ['pm-authored', 'zone:copy']) shop.labels.add(label);
      shop.branches = new Map([
        ['main', sha('main')],
        ['pm/home', sha('home')],
      ]);
      if (!isOpen) return;
      gitlab.addMerge({
        project: shop,
        source_branch: 'pm/home',
        author: maya,
        title: 'Draft: A title of mine',
        description: olderBody,
      });
    },
    open(request = {}, limits = {}, face = inTerminalOnGitlab) {
      const host = () =>
        mergeRequestsOnGitlab(
          openGitlab(`${gitlab.server.url}/api/v4`, secret, { ...heldLimits, ...limits }),
          'acme/web/shop',
        );
      return seeOpening(
        host,
        { head, draft, pictures: noPictures, onlyRenew: false, turn: 'ready', commit: sha('home'), ...request },
        face,
      );
    },
  };
}
