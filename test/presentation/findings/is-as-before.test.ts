import assert from 'node:assert/strict';
import { isAsBefore } from '../../../src/presentation/findings/is-as-before.js';

describe('a file that was put back', () => {
  const before = { mode: '100644', oid: undefined, bytes: 4 };

  it('has its text of before, whatever the line endings, or is gone where it was new', () => {
    assert.equal(isAsBefore({ before: { ...before, text: '\uFEFFa\r\nb' } }, 'a\nb'), true);
    assert.equal(isAsBefore({}, undefined), true);
  });

  it('is another where its text is, where it is gone or there otherwise, and where nobody can tell', () => {
    assert.equal(isAsBefore({ before: { ...before, text: 'a' } }, 'b'), false);
    assert.equal(isAsBefore({ before: { ...before, text: 'a' } }, undefined), false);
    assert.equal(isAsBefore({}, ''), false);
    assert.equal(isAsBefore({ before: { ...before, unread: 'binary' } }, ''), false);
  });
});
