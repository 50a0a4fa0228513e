import assert from 'node:assert/strict';
import { readMyChange } from '../../src/guide/my-change.js';
import { readReview } from '../../src/guide/read-review.js';
import { shownChange } from '../../src/guide/shown-change.js';
import { pilot } from '../support/pilot.js';

describe('shownChange', () => {
  it('has the review with her change as it was reviewed, and says where it is of an earlier one', async () => {
    const repository = pilot();
    try {
      const asker = { environment: repository.environment, as: undefined };
      repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Start here."\n}\n');
      const mine = await readMyChange(repository.root, asker);
      const stateOf = (reviewed: Parameters<typeof shownChange>[1], now = mine): unknown =>
        shownChange(now, reviewed, undefined).map(({ id, description }) => [id, description]);

      assert.ok(!JSON.stringify(stateOf(undefined)).includes('"changed"'));
      const reviewed = await readReview(repository.root, asker, () => true);
      const fresh = JSON.stringify(stateOf(reviewed));
      assert.match(JSON.stringify(shownChange(mine, reviewed, undefined)), /Start here\./);

      repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n');
      assert.notEqual(JSON.stringify(stateOf(reviewed, await readMyChange(repository.root, asker))), fresh);
    } finally {
      repository.remove();
    }
  });
});
