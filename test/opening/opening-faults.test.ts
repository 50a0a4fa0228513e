import assert from 'node:assert/strict';
import { allFaults } from '../hosts/faults.js';
import {
  nameOf,
  openWith,
  secret,
  startHeldOpening,
  stepsOf,
  written,
  type HeldOpening,
  type Seen,
} from './held-opening.js';

describe('whatever goes wrong while a pull request is opened', () => {
  let held: HeldOpening;
  before(async () => (held = await startHeldOpening()));
  after(() => held.github.server.stop());

  /** All that should be there is there, once. */
  async function assertMended(place: string, isOpen: boolean): Promise<void> {
    const last = await held.open();
    assert('opened' in last, `${place}: ${JSON.stringify(last)}`);
    const [pull, ...more] = held.pulls();
    assert(pull !== undefined && more.length === 0, `${place}: ${held.pulls().length} pull requests`);
    assert.deepEqual(
      [pull.title, pull.draft, [...pull.labels].sort(), pull.requested],
      [
        isOpen ? 'Pull request 12' : 'A clearer home',
        false,
        ['pm-authored', 'zone:copy'],
        { people: ['erin'], teams: ['home'] },
      ],
      place,
    );
    assert.match(pull.body, /A clearer home, now\./, place);
    assert.doesNotMatch(pull.body, /by hand: |Still to be set/, place);
    assert.equal(pull.body.startsWith(written), isOpen, place);
    assert.deepEqual([last.opened.unfinished, last.opened.labelsLeft, last.opened.reviewersLeft], [[], [], []], place);
  }

  function assertSaid(seen: Seen, place: string): void {
    assert(!JSON.stringify(seen).includes(secret), `${place}: the token came back`);
    const sentences = 'sentence' in seen ? [seen.sentence] : [...seen.opened.unfinished, ...seen.opened.notes];
    for (const sentence of sentences) {
      assert.match(sentence, /^[\x20-\x7e“”’…]{20,500}[.)]$/, place);
      assert.doesNotMatch(sentence, /<script|\bSAML\b|Unicorn/, place);
    }
  }

  for (const isOpen of [false, true]) {
    describe(isOpen ? 'and renewed' : 'for the first time', () => {
      let steps: readonly string[];
      before(async () => (steps = await stepsOf(held, isOpen)));

      it('is a way of several steps', () => assert.ok(steps.length >= 7, steps.join('\n')));

      for (const { name } of allFaults('')) {
        it(`is one pull request in the end, with all that people wrote: ${name}`, async () => {
          const fault = allFaults(secret).find((each) => each.name === name);
          assert(fault !== undefined);
          for (const step of steps) {
            for (const isHeard of [true, false]) {
              const place = `${name} at ${step}, ${isHeard ? 'heard' : 'not heard'}`;
              held.reset(isOpen);
              const seen = await openWith(held, step, fault, isHeard);
              assertSaid(seen, place);
              assert.ok(held.pulls().length <= 1, place);
              if (isOpen) assert.ok(held.pulls()[0]?.body.startsWith(written), place);
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
              held.github.server.fault = (_, request) =>
                ends(request) ? (_reply, response) => void response.destroy() : undefined;
            held.github.server.lost = (request) => (isHeard ? isOver : ends(request));
            await held.open({}, { milliseconds: 100 });
            held.github.server.fault = () => undefined;
            held.github.server.lost = () => false;
            await assertMended(place, isOpen);
          }
        }
      });
    });
  }
});
