import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsQuickAction, quietQuickActions } from '../../src/text/quick-actions.js';

describe('what a host could take for an order', () => {
  it('is a line that begins with a slash and a word', () => {
    for (const text of ['/merge', 'a\n/label ~"x"', 'a\r\n  /APPROVE\r\n', '\t/cc @a', '/remove_due_date'])
      assert.equal(holdsQuickAction(text), true, text);
    for (const text of ['', '/', '// x', '/api/v4', 'a /merge', '- /merge', '/1', '/a.b', '&sol;merge'])
      assert.equal(holdsQuickAction(text), false, text);
  });

  it('is none any more once it is quiet, and all else stays', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('/', 'merge', ' ', '\n', '\r\n', '\t', 'ü', '_', '`')), (pieces) => {
        const text = pieces.join('');
        const quiet = quietQuickActions(text);
        assert.equal(holdsQuickAction(quiet), false);
        assert.equal(quiet.replaceAll('&sol;', '/'), text);
      }),
    );
  });
});
