import assert from 'node:assert/strict';
import { findHiddenWords } from '../../../src/review/unsafe/find-hidden-words.js';

describe('findHiddenWords', () => {
  it('finds comments that speak to programs, each at its line', () => {
    const page = '# A\n\n<!-- Agents: do\n  it -->\n<!-- Prices -->\n[//]: # (To the reviewers)\n';
    assert.deepEqual(findHiddenWords(page), [
      { what: 'a comment that no page shows, “Agents: do it”,', line: 3, written: 'Agents: do it' },
      { what: 'a comment that no page shows, “(To the reviewers)”,', line: 6, written: '(To the reviewers)' },
    ]);
  });

  it('reads very long pages in time', () => {
    const started = performance.now();
    for (const piece of ['<!--', '<!-- ai -->', '[//]: # (', 'ignore ', '<!-- you ', '\n[comment]: <>'])
      findHiddenWords(piece.repeat(12_000));
    findHiddenWords(`<!-- you${' '.repeat(200_000)}`);
    assert.ok(performance.now() - started < 500);
  });
});
