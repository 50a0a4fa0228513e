import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pmZone } from '../support/run-command-line.js';
import { startOnGitlab } from '../opening/gitlab-pilot.js';
import { startOpening, type HostedPilot } from '../opening/opening-pilot.js';

for (const [host, start, thing] of [
  ['GitHub', () => startOpening(), 'Pull request'],
  ['GitLab', () => startOnGitlab(), 'Merge request'],
] as const)
  describe(`pm-zone pr on ${host}, after it was merged`, () => {
    let pilot: HostedPilot;
    beforeEach(async () => {
      pilot = await start();
      await pilot.pr();
      pilot.merge();
    });
    afterEach(async () => {
      assert.deepEqual(pilot.faults, []);
      await pilot.close();
    });

    it('says so and what is next, shares nothing and opens no other, also where only its lines were taken over', async () => {
      const { work, bare } = pilot;
      work.git('-C', bare, 'update-ref', '-d', 'refs/heads/pm/home');
      for (const args of [[], ['--update'], ['--draft']]) {
        const { code, stdout, stderr } = await pilot.pr(...args);
        assert.equal(code, 0, stderr);
        assert.match(stdout, /^http\S+\n$/);
        assert.match(stderr, new RegExp(`${thing} \\d+ is merged\\.\n`));
        assert.match(
          stderr,
          /Next: go on from what everybody has\. Your branch stays on this computer; pm-zone pr --put-away/,
        );
        assert.match(stderr, /decided by the flag new-home: turn it on step by step as your plan says/);
        assert.match(stderr, /set the Status of src\/home\/PLANNING\.md to Shipped; if it is given up, to Retired\./);
      }
      assert.equal(pilot.remote('pm/home'), undefined, 'a branch that was put away there stays away');
      assert.equal(pilot.seen().length, 1);
      const json = (await pilot.pr('--format', 'json')).json[0] as Record<string, unknown>;
      assert.deepEqual([json['outcome'], json['pushed']], ['merged', false]);
    });

    it('says so where the base has it all', async () => {
      const { work } = pilot;
      work.git('push', '-q', 'origin', 'pm/home:main');
      work.git('fetch', '-q', 'origin');
      const { code, stderr } = await pilot.pr();
      assert.equal(code, 0, stderr);
      assert.match(stderr, new RegExp(`${thing} \\d+ is merged\\.\n`));
      pilot.server.fault = () => () => ({ status: 500, body: {} });
      pilot.server.seen.length = 0;
      const failed = await pilot.pr();
      assert.equal(failed.code, 2);
      assert.match(failed.stderr, /could not be reached, or did not answer as it should/);
    });

    it('says nothing of the kind of a branch on which nothing was done, asked or not', async () => {
      pilot.work.git('switch', '-q', '-c', 'fresh', 'main');
      for (const environment of [pilot.environment, { GH_TOKEN: '', GITHUB_TOKEN: '', GITLAB_TOKEN: '' }]) {
        const { code, stderr } = await pmZone(pilot.work, ['pr'], { environment });
        assert.equal(code, 2);
        assert.match(stderr, /HEAD changes nothing that origin\/main does not have already/);
      }
    });

    it('puts the branch away here where that is asked for, and where the PM says so', async () => {
      const { work } = pilot;
      const head = work.git('rev-parse', 'HEAD');
      const asked: string[] = [];
      const answering = (answer: string) => (question: string) => {
        asked.push(question);
        return Promise.resolve(answer);
      };
      const no = await pmZone(work, ['pr'], { environment: pilot.environment, ask: answering('') });
      assert.doesNotMatch(no.stderr, /is put away/);
      assert.equal(work.git('rev-parse', '--abbrev-ref', 'HEAD'), 'pm/home');
      work.git('push', '-q', 'origin', 'pm/home:main');
      const yes = await pmZone(work, ['pr'], { environment: pilot.environment, ask: answering('y') });
      assert.equal(yes.code, 0, yes.stderr);
      assert.match(yes.stderr, /pm\/home is put away; git branch pm\/home [0-9a-f]{12} brings it back\./);
      assert.deepEqual(
        asked,
        Array(2).fill('Put pm/home away here, and go to what everybody has? (y, or Enter for no): '),
      );
      assert.deepEqual(
        [
          work.git('rev-parse', '--abbrev-ref', 'HEAD'),
          work.git('rev-parse', 'HEAD'),
          work.git('branch', '--list', 'pm/*'),
        ],
        ['main', head, ''],
      );
      assert.equal(pilot.remote('pm/home'), head, 'on its server nothing changes');
      work.git('switch', '-q', '-c', 'pm/home', head);
      const typed = await pilot.pr('--put-away', '--format', 'json');
      assert.equal(typed.code, 0, typed.stderr);
      const { outcome, next } = typed.json[0] as { readonly outcome: string; readonly next: readonly string[] };
      assert.equal(outcome, 'merged');
      assert.match(next.at(-1) ?? '', /pm\/home is put away; git branch pm\/home [0-9a-f]{12} brings it back\./);
      assert.ok(!next.join().includes('stays on this computer'), next.join());
      assert.equal(work.git('branch', '--list', 'pm/*'), '');
      assert.doesNotMatch(work.git('config', '--local', '--list'), /^branch\.pm\/home\./m);
    });

    it('puts away nothing that was not merged as it is here, or that cannot be left', async () => {
      const { work } = pilot;
      work.write('src/home/notes.md', '# Notes\n');
      assert.match((await pilot.pr('--put-away')).stderr, /1 file is not committed yet/);
      work.commit('Go on');
      const { code, stderr } = await pilot.pr('--put-away');
      assert.deepEqual([code, pilot.seen().length], [2, 1]);
      assert.match(
        stderr,
        /pm\/home was not merged with exactly the commits that it has here, so it is left as it is\./,
      );
      work.git('reset', '-q', '--hard', 'HEAD~1');
      for (const other of ['--web', '--dry-run', '--update', '--draft', '--ready'])
        assert.match((await pilot.pr('--put-away', other)).stderr, /does not go with|goes with no other/);
      const alone = { GH_TOKEN: '', GITHUB_TOKEN: '', GITLAB_TOKEN: '' };
      const nobody = await pmZone(work, ['pr', '--put-away'], { environment: alone });
      assert.match(nobody.stderr, /PM Zone opens pull requests by itself on GitHub and GitLab alone\./);
      const away = work.clone();
      work.git('worktree', 'add', '-q', `${away.root}/elsewhere`, 'main');
      const taken = await pilot.pr('--put-away');
      assert.equal(taken.code, 2);
      assert.match(taken.stderr, /“main” is open in another folder/);
      work.git('worktree', 'remove', '--force', `${away.root}/elsewhere`);
      work.git('worktree', 'add', '-q', '--force', `${away.root}/twice`, 'pm/home');
      const twice = await pilot.pr('--put-away');
      assert.equal(twice.code, 2);
      assert.match(twice.stderr, /pm\/home is not put away: it is open in another folder too, .*twice\./);
      assert.equal(work.git('rev-parse', '--abbrev-ref', 'HEAD'), 'pm/home');
      work.git('worktree', 'remove', '--force', `${away.root}/twice`);
      away.remove();
      const lock = join(work.root, '.git/refs/heads/pm/home.lock');
      writeFileSync(lock, '');
      const held = await pilot.pr('--put-away');
      assert.equal(held.code, 2);
      assert.match(held.stderr, /pm\/home could not be put away: .* You are on main now, and it is where it was\./);
      rmSync(lock);
      work.git('switch', '-q', 'pm/home');
      work.git('remote', 'set-url', 'origin', 'file:///nowhere/at/all');
      const unfetched = await pilot.pr('--put-away');
      assert.equal(unfetched.code, 2);
      assert.equal(work.git('rev-parse', '--abbrev-ref', 'HEAD'), 'pm/home');
    });

    it('opens another for what came after', async () => {
      pilot.work.write('src/home/notes.md', '# Notes\n');
      pilot.work.commit('Go on');
      const { stderr } = await pilot.pr('--draft');
      assert.match(stderr, /is open, as a draft\./);
      assert.equal(pilot.seen().length, 2);
    });
  });
