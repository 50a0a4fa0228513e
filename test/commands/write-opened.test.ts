import assert from 'node:assert/strict';
import { writeOpened } from '../../src/commands/write-opened.js';
import type { Review } from '../../src/review/review.js';
import { draftOf } from '../opening/held-opening.js';

describe('what is said of a pull request that is opened in the browser', () => {
  it('names reviewers only where there are any', async () => {
    const said = async (reviewers: readonly string[]): Promise<string> => {
      const lines: string[] = [];
      const world = { write: () => undefined, warn: (line: string) => void lines.push(line) };
      const draft = draftOf('now', { reviewers, url: 'https://github.com/acme/shop', urlHolds: 'all' });
      await writeOpened(
        { kind: 'browser', review: {} as Review, draft, why: 'Because.' },
        { gitDir: '/nowhere', folder: '/nowhere' },
        world,
        false,
      );
      return lines.join('\n');
    };
    assert.match(await said(['@erin']), /Ask these people to review it: @erin\./);
    assert.doesNotMatch(await said([]), /Ask these people/);
  });
});
