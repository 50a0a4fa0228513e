import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { startOnGitlab } from './gitlab-pilot.js';
import { startOpening, type HostedPilot } from './opening-pilot.js';

/** How a run of its own process ended, and what it said. */
interface Run {
  readonly code: number | null;
  readonly said: string;
}

for (const [host, start] of [
  ['GitHub', () => startOpening()],
  ['GitLab', () => startOnGitlab()],
] as const)
  describe(`two runs of pm-zone pr at once on ${host}`, () => {
    let pilot: HostedPilot;
    beforeEach(async () => (pilot = await start()));
    afterEach(() => pilot.close());

    function run(): Promise<Run> {
      const child = spawn(process.execPath, [join(projectFolder(), 'out/src/bin.js'), 'pr'], {
        cwd: pilot.work.root,
        env: { ...pilot.work.environment, ...pilot.environment },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      return new Promise((fulfil) => child.on('close', (code) => fulfil({ code, said })));
    }

    it('open one, and the second says that it was open', async () => {
      // Both have looked, and found none, before either opens one.
      const { server } = pilot;
      const waiting: (() => void)[] = [];
      server.hold = ({ method, url }) =>
        method !== 'POST' || !/\/(?:pulls|merge_requests)$/.test(url.pathname)
          ? undefined
          : new Promise((fulfil) => {
              waiting.push(fulfil);
              if (waiting.length === 2) for (const go of waiting) go();
            });
      const runs = await Promise.all([run(), run()]);
      for (const { code, said } of runs) assert.equal(code, 0, said);
      assert.equal(pilot.seen().length, 1);
      const second = runs.filter(({ said }) =>
        /was open already, and is (?:renewed|as it should be)\.\npm-zone: Another run opened it at the same moment, so no second one was opened\./.test(
          said,
        ),
      );
      const first = runs.filter(({ said }) => /request \d+ is open\./.test(said));
      assert.deepEqual([first.length, second.length], [1, 1], runs.map(({ said }) => said).join('\n'));
      assert.deepEqual(pilot.faults, []);
    });
  });
