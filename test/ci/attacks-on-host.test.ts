import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { FakePull } from '../hosts/fake-github/fake-github.js';
import { appendixA, plan } from '../support/pilot-repository.js';
import { gateRoster } from '../support/pull-request.js';
import { hostPilot, type HostedPilot } from './hosted-pilot.js';

interface Attack {
  readonly title: string;
  readonly by?: 'maya' | 'erin' | 'stranger';
  /** What is on the branch before it is committed. */
  readonly write: (hosted: HostedPilot) => void;
  readonly message?: string;
  /** What is done besides, once it is open. */
  readonly then?: (hosted: HostedPilot, pull: FakePull) => void;
  /** What stands at its head. */
  readonly says: RegExp;
  /** What the summary of the run has of it. */
  readonly why?: RegExp;
}

const locked = ({ work }: HostedPilot): void => work.write('src/auth/login.ts', 'export const login = 2;\n');
const planned = ({ work }: HostedPilot): void => work.write('src/home/PLANNING.md', plan);
const notReady = /^failure: Not ready: \d+ points? to mend/;
const stranger = /^failure: Not ready: Nobody says who @stranger is\./;
const pushMore = (who: 'maya' | 'stranger') => (hosted: HostedPilot, pull: FakePull) => {
  hosted.work.git('switch', '-q', pull.head.ref);
  hosted.work.commit('One more', { author: 'Omar <omar@example.com>' });
  hosted.push(pull, hosted.people[who]);
};

const attacks: readonly Attack[] = [
  { title: 'what is locked, with every approval', write: locked, says: notReady },
  { title: 'an account that nobody named', by: 'stranger', write: locked, says: stranger },
  {
    title: 'a fork whose branch is called like an engineer’s',
    by: 'stranger',
    write: locked,
    then: ({ github }, pull) => {
      pull.head.repo = 'stranger/shop';
      github.activity.set('stranger/shop', github.activity.get(github.repository) ?? []);
    },
    says: stranger,
  },
  {
    title: 'a fork that is gone, so that nobody says who pushed',
    by: 'erin',
    write: planned,
    then: (_, pull) => (pull.head.repo = null),
    says: /^pending: Waits for whoever set the gate up: 1 item/,
  },
  {
    title: 'an empty commit of the PM’s on an engineer’s branch',
    by: 'erin',
    write: locked,
    then: pushMore('maya'),
    says: notReady,
  },
  { title: 'one of a stranger’s', by: 'erin', write: locked, then: pushMore('stranger'), says: stranger },
  {
    title: 'the message of a squash that names the PM far down',
    by: 'erin',
    write: locked,
    message:
      'Log in (#12)\n\n* one\n\n* two\n\nCo-authored-by: Maya <maya@example.com>\nCo-authored-by: Omar <omar@example.com>',
    says: notReady,
  },
  {
    title: 'a bot’s branch that the PM pushed to',
    write: locked,
    then: ({ github }, pull) => (pull.user = github.addUser('dependabot[bot]', 'Bot')),
    says: /Nobody says who @dependabot\[bot\] is|^failure: Not ready: \d+ points? to mend/,
  },
  {
    title: 'a submodule in the PM’s own folder',
    write: planned,
    then: (hosted, pull) => {
      const { work } = hosted;
      const entry = `160000,${pull.head.sha},src/home/sub`;
      work.git('update-index', '--add', '--cacheinfo', entry);
      work.git('commit', '-q', '-m', 'Add it');
      hosted.push(pull, hosted.people.maya);
    },
    says: notReady,
    why: /src\/home\/sub\b.*/,
  },
  {
    title: 'a link in place of a text',
    write: ({ work }) => {
      rmSync(join(work.root, 'src/home/i18n/en.json'));
      symlinkSync('../../../package.json', join(work.root, 'src/home/i18n/en.json'));
    },
    says: notReady,
    why: /src\/home\/i18n\/en\.json.* link/,
  },
  {
    title: 'a text that lies outside of git',
    write: (hosted) => {
      planned(hosted);
      hosted.work.write(
        'src/home/guide.md',
        `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 3\n`,
      );
    },
    says: notReady,
    why: /guide\.md.*Git LFS/,
  },
  {
    title: 'attributes of git in the PM’s own folder',
    write: ({ work }) => work.write('src/home/.gitattributes', '* -diff\n'),
    says: notReady,
    why: /src\/home\/\\?\.gitattributes/,
  },
  {
    title: 'a name that looks like another',
    write: ({ work }) => work.write('src/home/i18n/en.json\u200b', '{}\n'),
    says: notReady,
    why: /en\.json\\*u\\?\{?200b/,
  },
  {
    title: 'one locked file among more than a host’s comparison lists',
    write: (hosted) => {
      for (let file = 0; file < 301; file++) hosted.work.write(`src/home/pages/${file}.md`, '# Page\n');
      locked(hosted);
    },
    says: notReady,
    why: /src\/auth\/login\.ts/,
  },
  {
    title: 'a tag and a branch called like the base, and a commit that stands in for it',
    write: locked,
    then: ({ work, github }, pull) => {
      const { sha } = pull.head;
      const base = github.branches.get('main') as string;
      for (const ref of [
        'refs/tags/main',
        'refs/heads/origin/main',
        `refs/replace/${base}`,
        'refs/remotes/origin/main',
      ])
        work.git('push', '-q', '--force', 'origin', `${sha}:${ref}`);
    },
    says: notReady,
  },
  {
    title: 'a base called refs/heads/main',
    write: locked,
    then: ({ work, github }, pull) => {
      work.git('push', '-q', 'origin', 'main:refs/heads/refs/heads/main');
      github.branches.set('refs/heads/main', github.branches.get('main') as string);
      pull.base.ref = 'refs/heads/main';
    },
    says: /^nothing$/,
  },
  {
    title: 'approvals of before it was sent to this base',
    write: planned,
    then: (_, pull) => (pull.retargetedAt = '2026-11-21T10:00:00Z'),
    says: /^pending: Waits for @erin: 1 item; @paul: 1 item/,
  },
  {
    title: 'approvals by accounts that are gone',
    write: planned,
    then: (_, pull) =>
      pull.reviews.forEach(
        (review, at) => (pull.reviews[at] = { ...review, user: { id: 10137, login: 'ghost', type: 'User' } }),
      ),
    says: /^pending: Waits for @erin: 1 item; @paul: 1 item/,
  },
  {
    title: 'approvals by who may no longer write',
    write: planned,
    then: ({ github }, pull) => {
      const gone = github.addUser('former');
      pull.reviews.forEach((review, at) => (pull.reviews[at] = { ...review, user: gone }));
    },
    says: /^pending: Waits for @erin: 1 item; @paul: 1 item/,
  },
];

describe('one run over many pull requests is green for none that gets in by', () => {
  let hosted: HostedPilot;
  const pulls: FakePull[] = [];
  let good: FakePull;
  let summary: string;
  before(async function () {
    this.timeout(600_000);
    hosted = await hostPilot({ policy: `${appendixA}${gateRoster}\n**Engineers:** @erin, @paul\n` });
    hosted.github.addUser('max');
    const open = ({ by = 'maya', write, message }: Omit<Attack, 'title' | 'says'>): FakePull => {
      hosted.work.git('switch', '-q', 'main');
      write(hosted);
      const pull = hosted.open(11 + pulls.length, hosted.people[by], message);
      for (const who of ['erin', 'paul'] as const) hosted.approve(pull, hosted.people[who]);
      return pull;
    };
    for (const attack of attacks) {
      const pull = open(attack);
      pulls.push(pull);
      attack.then?.(hosted, pull);
    }
    good = open({ write: planned });
    ({ summary } = await hosted.run('schedule', {}));
  });
  after(async () => {
    assert.deepEqual(hosted.github.faults, []);
    await hosted.close();
  });

  for (const [at, { title, says, why = / / }] of attacks.entries())
    it(title, () => {
      const { head } = pulls[at] as FakePull;
      assert.match(hosted.status(head.sha) ?? 'nothing', says);
      assert.match(summary, why);
    });

  it('while a good one among them is green', () => {
    assert.equal(hosted.status(good.head.sha), 'success: Ready: every item is decided');
  });
});
