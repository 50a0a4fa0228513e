import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOnGitlab, type GitlabPilot } from '../opening/gitlab-pilot.js';
import { startOpening, type OpeningPilot } from '../opening/opening-pilot.js';
import { pictureBytes } from '../opening/pictures.js';
import { pmZone } from '../support/run-command-line.js';

describe('pm-zone pr --picture', () => {
  let folder: string;
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-shots-')));
    writeFileSync(join(folder, 'before.png'), pictureBytes('png', 'before'));
    writeFileSync(join(folder, 'after=2.png'), pictureBytes('png', 'after'));
    writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  });
  after(() => rmSync(folder, { recursive: true }));
  const shot = (name: string): string => join(folder, name);

  describe('on GitLab', () => {
    let pilot: GitlabPilot;
    beforeEach(async () => (pilot = await startOnGitlab()));
    afterEach(async () => {
      assert.deepEqual(pilot.faults, []);
      await pilot.close();
    });

    it('shows them beside what changed, commits none, and sends each once', async () => {
      const first = await pilot.pr('--picture', `${shot('before.png')}=The [old] home`);
      assert.equal(first.code, 0, first.stderr);
      const [merge] = pilot.merges();
      assert.match(
        merge?.description ?? '',
        /## What changed\n\n(?:(?!\n## )[^])*!\[The \\\[old\\\] home\]\(\/uploads\/0{32}\/before-[0-9a-f]{12}\.png\)\n\n## /,
      );
      assert.doesNotMatch(first.stderr, /picture/);
      assert.equal(pilot.work.git('status', '--porcelain'), '');
      const again = await pilot.pr('--update', '--picture', `${shot('before.png')}=The old home`);
      assert.equal(again.code, 0, again.stderr);
      assert.equal(pilot.gitlab.uploads.size, 1);
      assert.equal(merge?.description.match(/\/uploads\//g)?.length, 1);
    });

    it('asks at a terminal what one shows, also of one with a “=” in its name', async () => {
      const { environment, work } = pilot;
      const questions: string[] = [];
      const ask = (question: string): Promise<string> => {
        questions.push(question);
        return Promise.resolve(question.startsWith('What does') ? 'The new home' : '');
      };
      const { code, stderr } = await pmZone(work, ['pr', '--picture', shot('after=2.png')], { environment, ask });
      assert.equal(code, 0, stderr);
      assert.deepEqual(questions, ['What does after=2.png show? ']);
      assert.match(pilot.merges()[0]?.description ?? '', /!\[The new home\]\(\/uploads\/0{32}\/after-2-/);
    });

    it('says in one sentence what it cannot take, and opens nothing', async () => {
      for (const [args, sentence] of [
        [['--picture', shot('none.png')], /there is no picture \S*none\.png that can be read, of 10 MB at most\./],
        [
          ['--picture', `${shot('icon.svg')}=An icon`],
          /icon\.svg: That is no picture of a kind that pages on the web show/,
        ],
        [['--picture', shot('before.png')], /say what \S*before\.png shows, for those who cannot see it/],
        [['--picture', `${shot('before.png')}= `], /say what \S*before\.png shows/],
        [
          Array.from({ length: 42 }, (_, at) => (at % 2 === 0 ? '--picture' : 'x=y')),
          /21 pictures are more than anybody looks at: take 20 at most/,
        ],
        [['--put-away', '--picture', 'x=y'], /--put-away goes with no other of these/],
      ] as const) {
        const { code, stderr } = await pilot.pr(...args);
        assert.equal(code, 2);
        assert.match(stderr, sentence);
      }
      assert.equal(pilot.merges().length, 0);
    });
  });

  describe('on GitHub', () => {
    let pilot: OpeningPilot;
    beforeEach(async () => (pilot = await startOpening()));
    afterEach(async () => {
      assert.deepEqual(pilot.faults, []);
      await pilot.close();
    });

    it('says in the description where they come, and to the PM that they put them in on its page', async () => {
      const args = [
        '--picture',
        `${shot('before.png')}=The old home`,
        '--picture',
        `${shot('after=2.png')}=x`,
      ] as const;
      const { code, stderr, stdout } = await pilot.pr(...args.slice(0, 2), '--format', 'json');
      assert.equal(code, 0, stderr);
      const [name = ''] = (JSON.parse(stdout) as { picturesLeft: string[] }).picturesLeft;
      assert.match(name, /^before-[0-9a-f]{12}\.png$/);
      assert.ok(pilot.pulls()[0]?.body.includes(`\n\n*The author adds a picture here: The old home (${name})*\n\n`));
      assert.match(
        stderr,
        /GitHub takes pictures on its page alone: [^\n]* They lie in|It lies in \S+\/\.git\/pm-zone\/pictures\./,
      );
    });

    it('names them where the page is opened by hand', async () => {
      const web = await pmZone(pilot.work, ['pr', '--web', '--picture', `${shot('before.png')}=The old home`], {
        environment: { GH_HOST: 'github.acme.example' },
      });
      assert.equal(web.code, 2);
      pilot.work.git('remote', 'set-url', 'origin', 'https://github.com/acme/shop.git');
      const page = await pmZone(pilot.work, ['pr', '--web', '--picture', `${shot('before.png')}=The old home`]);
      assert.equal(page.code, 0, page.stderr);
      assert.match(
        page.stderr,
        /On that page, drop your pictures into the description, each over the line that names it: before-[0-9a-f]{12}\.png\. They lie in \S+pictures\./,
      );
    });
  });
});
