import assert from 'node:assert/strict';
import { fitLine } from '../../src/text/fit-line.js';

describe('fitLine', () => {
  const text = 'Committed: v1.2 of it. Your word is saved. Next, review it.';

  it('keeps whole sentences, as many as have room', () => {
    assert.equal(fitLine(text, 100), text);
    assert.equal(fitLine(text, text.length), text);
    assert.equal(fitLine(text, text.length - 1), 'Committed: v1.2 of it. Your word is saved.');
    assert.equal(fitLine(text, 22), 'Committed: v1.2 of it.');
    assert.equal(fitLine('The file “a.b” is as before. “Bring back” has it.', 30), 'The file “a.b” is as before.');
  });

  it('cuts the first behind a word where it is too long by itself', () => {
    assert.equal(fitLine(text, 21), 'Committed: v1.2 of…');
    assert.equal(fitLine('x'.repeat(9), 5), 'xxxx…');
    assert.equal(fitLine('', 5), '');
  });
});
