import assert from 'node:assert/strict';
import { withoutLinks } from '../../src/text/without-links.js';

describe('withoutLinks', () => {
  it('leaves no link that a text of the repository brings along', () => {
    const message = 'en.json says “[Update](command:workbench.action.x?1) [a](https://x.y)” again.';
    assert.equal(
      withoutLinks(message),
      'en.json says “[Update] (command:workbench.action.x?1) [a] (https://x.y)” again.',
    );
    assert.equal(withoutLinks('Put [a] back (b)'), 'Put [a] back (b)');
  });
});
