import assert from 'node:assert/strict';
import { FakeServer } from '../hosts/fake-server.js';
import { allFaults } from '../hosts/faults.js';
import {
  progressWith,
  startGithubProgress,
  startGitlabProgress,
  wholeProgress,
  type HeldProgress,
  type SeenProgress,
} from './held-progress.js';

/** Whether a request is about the gate alone. */
function isOfGate(step: string): boolean {
  return /\/status(?:es|_checks)$/.test(step);
}

for (const [host, start, count] of [
  ['GitHub', startGithubProgress, 4],
  ['GitLab', startGitlabProgress, 7],
] as const)
  describe(`whatever goes wrong while ${host} is asked how a pull request stands`, () => {
    let held: HeldProgress;
    let steps: readonly string[];
    let whole: SeenProgress;
    before(async () => {
      held = await start();
      ({ steps, whole } = await wholeProgress(held));
    });
    after(() => held.server.stop());

    it('is asked by each of its requests', () => {
      assert.equal(steps.length, count, steps.join('\n'));
      assert('progress' in whole && whole.progress.gate?.outcome === 'ready' && whole.progress.tasks.length > 0);
    });

    for (const { name } of allFaults('')) {
      it(`is said, or the gate is not read: ${name}`, async () => {
        const fault = allFaults(held.secret).find((each) => each.name === name);
        assert(fault !== undefined && 'progress' in whole);
        for (const step of steps) {
          const place = `${name} at ${step}`;
          const seen = await progressWith(held, step, fault);
          assert(!JSON.stringify(seen).includes(held.secret), `${place}: the token came back`);
          if ('sentence' in seen) {
            assert.match(seen.sentence, /^[\x20-\x7e“”’…]{20,500}[.)]$/, place);
            assert.doesNotMatch(seen.sentence, /<script|\bSAML\b|Unicorn/, place);
          } else if (seen.progress.unread.length > 0) {
            assert(step !== steps[0] && seen.progress.unread.length === 1, place);
            assert.deepEqual(
              [seen.progress.state, seen.progress.gate],
              [whole.progress.state, whole.progress.gate],
              place,
            );
          } else if (seen.progress.gate?.outcome === 'unread') {
            assert(isOfGate(step), place);
            assert.deepEqual({ ...seen.progress, gate: whole.progress.gate }, whole.progress, place);
          } else if (/string/.test(name)) assert.doesNotMatch(JSON.stringify(seen), /\u202e|\\u0000/, place);
          else assert.deepEqual(seen, whole, place);
          // It waits as the host asks, whichever request it answers so; what is no use to ask is not asked again.
          const told = /used up/.test(name) ? 24 * 60 : /secondary/.test(name) ? 5 : 60;
          if (/limit|for an hour/.test(name)) assert('again' in seen && seen.again === told, place);
          if (/^40[13]: (?:the token|single)/.test(name) && !isOfGate(step))
            assert('again' in seen && seen.again === undefined, place);
          if (/^40[34]: (?:no perm|not found)/.test(name) && step === steps[0])
            assert('again' in seen && seen.again === undefined, place);
        }
      });
    }

    it('sends nothing, least of all the token, to where another host would have it', async () => {
      const elsewhere = await new FakeServer(() => ({ status: 200, body: [] })).start();
      const headers = { location: `${elsewhere.url}/elsewhere`, link: `<${elsewhere.url}/elsewhere>; rel="next"` };
      for (const step of steps) {
        for (const status of [301, 302, 307])
          await progressWith(held, step, { name: 'sent on', fault: () => ({ status, body: '', headers }) });
        await progressWith(held, step, { name: 'next page', fault: (reply) => ({ ...reply, headers }) });
      }
      await elsewhere.stop();
      assert.deepEqual(elsewhere.seen, []);
    });
  });
