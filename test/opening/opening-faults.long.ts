import assert from 'node:assert/strict';
import { allFaults } from '../hosts/faults.js';
import { startHeldGitlab } from './held-gitlab-opening.js';
import {
  clearFaults,
  nameOf,
  openWith,
  startHeldOpening,
  stepsOf,
  written,
  type HeldOpening,
  type Seen,
} from './held-opening.js';

for (const [host, start] of [
  ['GitHub', startHeldOpening],
  ['GitLab', startHeldGitlab],
] as const)
  describe(`whatever goes wrong while a pull request is opened on ${host}`, () => {
    let held: HeldOpening;
    before(async () => (held = await start()));
    after(async () => {
      await held.server.stop();
      // A label whose making GitHub did not hear of is set all the same, and refused.
      if (host === 'GitLab') assert.deepEqual(held.faults, []);
    });

    /** All that should be there is there, once. */
    async function assertMended(place: string, isOpen: boolean): Promise<void> {
      const last = await held.open();
      assert('opened' in last, `${place}: ${JSON.stringify(last)}`);
      const [pull, ...more] = held.seen();
      assert(pull !== undefined && more.length === 0, `${place}: ${held.seen().length} pull requests`);
      assert.deepEqual(
        [pull.title, pull.draft, [...pull.labels].sort(), pull.asked],
        [isOpen ? held.whole.older : 'A clearer home', false, ['pm-authored', 'zone:copy'], held.whole.asked],
        place,
      );
      assert.match(pull.body, /A clearer home, now\./, place);
      assert.doesNotMatch(pull.body, /by hand: |Still to be set/, place);
      assert.equal(pull.body.startsWith(written), isOpen, place);
      assert.deepEqual(
        [last.opened.unfinished, last.opened.labelsLeft, last.opened.reviewersLeft],
        [[], [], []],
        place,
      );
    }

    function assertSaid(seen: Seen, place: string): void {
      assert(!JSON.stringify(seen).includes(held.secret), `${place}: the token came back`);
      const sentences = 'sentence' in seen ? [seen.sentence] : [...seen.opened.unfinished, ...seen.opened.notes];
      for (const sentence of sentences) {
        assert.match(sentence, /^[\x20-\x7e“”’…]{20,500}[.)]$/, place);
        assert.doesNotMatch(sentence, /<script|\bSAML\b|Unicorn/, place);
        assert.doesNotMatch(
          sentence,
          /\b(?:GET|POST|PATCH|PUT|JSON)\b|\/repos\/|\/projects\/|\(\d{3}\)/,
          `${place}: a request by its name`,
        );
      }
    }

    for (const isOpen of [false, true]) {
      describe(isOpen ? 'and renewed' : 'for the first time', () => {
        let steps: readonly string[];
        before(async () => (steps = await stepsOf(held, isOpen)));

        it('is a way of several steps', () => assert.ok(steps.length >= 5, steps.join('\n')));

        for (const { name } of allFaults('')) {
          it(`is one pull request in the end, with all that people wrote: ${name}`, async () => {
            const fault = allFaults(held.secret).find((each) => each.name === name);
            assert(fault !== undefined);
            for (const step of steps) {
              for (const isHeard of [true, false]) {
                const place = `${name} at ${step}, ${isHeard ? 'heard' : 'not heard'}`;
                held.reset(isOpen);
                const seen = await openWith(held, step, fault, isHeard);
                assertSaid(seen, place);
                assert.ok(held.seen().length <= 1, place);
                if (isOpen) assert.ok(held.seen()[0]?.body.startsWith(written), place);
                await assertMended(place, isOpen);
              }
            }
          });
        }

        it('goes on where the process, or the connection, ended before or after any step', async () => {
          for (const step of steps) {
            for (const isHeard of [true, false]) {
              const place = `${step}, ${isHeard ? 'heard' : 'not heard'}`;
              held.reset(isOpen);
              let isOver = false;
              const ends = (request: Parameters<typeof nameOf>[0]): boolean => (isOver ||= nameOf(request) === step);
              // Heard: it is done, and nobody learns of it. Everything after is lost in either case.
              if (isHeard)
                held.server.fault = (_, request) =>
                  ends(request) ? (_reply, response) => void response.destroy() : undefined;
              held.server.lost = (request) => (isHeard ? isOver : ends(request));
              await held.open({}, { milliseconds: 100 });
              clearFaults(held.server);
              await assertMended(place, isOpen);
            }
          }
        });
      });
    }
  });
