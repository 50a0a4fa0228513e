import assert from 'node:assert/strict';
import { shortenPathInMessage } from '../../../../src/presentation/tree/change/shorten-path-in-message.js';

describe('besidePlace', () => {
  it('begins with the name of the file whose path stands beside it', () => {
    assert.equal(shortenPathInMessage('src/pay/charge.ts is locked.', 'src/pay/charge.ts'), 'charge.ts is locked.');
    assert.equal(shortenPathInMessage('notes.md is locked.', 'notes.md'), 'notes.md is locked.');
  });

  it('leaves every other message as it is', () => {
    assert.equal(shortenPathInMessage('This looks like a key.', 'src/a.md'), 'This looks like a key.');
    assert.equal(shortenPathInMessage('src/a.mdx is locked.', 'src/a.md'), 'src/a.mdx is locked.');
    assert.equal(shortenPathInMessage('src/a.md is locked.', undefined), 'src/a.md is locked.');
  });
});
