import assert from 'node:assert/strict';
import { besidePlace } from '../../src/guide/beside-place.js';

describe('besidePlace', () => {
  it('begins with the name of the file whose path stands beside it', () => {
    assert.equal(besidePlace('src/pay/charge.ts is locked.', 'src/pay/charge.ts'), 'charge.ts is locked.');
    assert.equal(besidePlace('notes.md is locked.', 'notes.md'), 'notes.md is locked.');
  });

  it('leaves every other message as it is', () => {
    assert.equal(besidePlace('This looks like a key.', 'src/a.md'), 'This looks like a key.');
    assert.equal(besidePlace('src/a.mdx is locked.', 'src/a.md'), 'src/a.mdx is locked.');
    assert.equal(besidePlace('src/a.md is locked.', undefined), 'src/a.md is locked.');
  });
});
