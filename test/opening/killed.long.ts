import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectFolder } from '../../demo/project-folder.js';
import { startOnGitlab } from './gitlab-pilot.js';
import { startOpening, type HostedPilot } from './opening-pilot.js';

for (const [host, start, people] of [
  ['GitHub', () => startOpening(), ['erin', 'paul', 'home']],
  ['GitLab', () => startOnGitlab(), ['erin', 'paul']],
] as const)
  describe(`pm-zone pr on ${host}, killed`, () => {
    let pilot: HostedPilot;
    beforeEach(async () => (pilot = await start()));
    afterEach(() => pilot.close());

    /** A run of its own process: how it ended, and what kills it. */
    function startRun(): { readonly kill: () => void; readonly ended: Promise<number | null> } {
      const child = spawn(process.execPath, [join(projectFolder(), 'out/src/bin.js'), 'pr'], {
        cwd: pilot.work.root,
        env: { ...pilot.work.environment, ...pilot.environment },
        stdio: 'ignore',
      });
      return {
        kill: () => void child.kill('SIGKILL'),
        ended: new Promise((fulfil) => child.on('close', (code) => fulfil(code))),
      };
    }

    function assertWhole(): void {
      const [pull, ...more] = pilot.seen();
      assert.ok(pull !== undefined && more.length === 0, `${pilot.seen().length} pull requests`);
      assert.deepEqual([pull.labels, pull.asked], [['pm-authored', 'zone:copy', 'size:XS'], people]);
      assert.equal(pilot.remote('pm/home'), pilot.work.git('rev-parse', 'HEAD'));
      assert.deepEqual(pilot.faults, []);
    }

    it('between any two of its requests goes on when it is run again', async () => {
      const { server } = pilot;
      let runs = 0;
      for (let steps = 1; ; steps++) {
        const from = server.seen.length;
        const run = startRun();
        const killing = (): undefined => {
          run.kill();
        };
        // The host has done it; the answer reaches nobody.
        server.fault = (index) => (index - from + 1 === steps ? killing : undefined);
        const code = await run.ended;
        runs++;
        if (code === null) continue;
        assert.equal(code, 0);
        break;
      }
      assert.ok(runs >= 5, `killed ${runs - 1} times`);
      assertWhole();
    });

    it('in the middle of a push goes on when it is run again', async () => {
      const [hooks, reached] = [join(pilot.bare, 'hooks'), join(pilot.bare, 'reached')];
      mkdirSync(hooks, { recursive: true });
      writeFileSync(join(hooks, 'pre-receive'), `#!/bin/sh\ntouch ${reached}\nsleep 1\n`);
      chmodSync(join(hooks, 'pre-receive'), 0o755);
      const run = startRun();
      while (!existsSync(reached)) await setTimeout(20);
      run.kill();
      assert.equal(await run.ended, null);
      const { code, stderr } = await pilot.pr();
      assert.equal(code, 0, stderr);
      assertWhole();
    });
  });
