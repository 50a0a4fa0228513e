import assert from 'node:assert/strict';
import { findUnopenedPaths } from '../../../src/policy/problems/find-unopened-paths.js';
import { readSection } from '../../support/read-policy.js';

const told = (...items: readonly string[]): readonly string[] =>
  findUnopenedPaths(readSection(`PMs can touch:\n\n${items.map((item) => `- ${item}\n`).join('')}`)).map(
    ({ line, message }) => `${line}: ${message}`,
  );

describe('findUnopenedPaths', () => {
  it('says that a second path behind the words of an item opens nothing, and how to write it', () => {
    assert.deepEqual(told('`help/**` (and `faq/**`)'), [
      '5: `faq/**` opens nothing here, since what stands behind the path of an item is a condition of it. If PMs can touch it, write it as an item of its own.',
    ]);
    assert.deepEqual(told('`help/**` – pages (`faq/**`, `tips/*.md` and `news/**`)').length, 1);
    assert.match(
      told('`help/**` (plus `faq/**` and `tips/**`)')[0] ?? '',
      /^5: `faq\/\*\*` and `tips\/\*\*` open nothing here.* touch them, write each as/u,
    );
  });

  it('says nothing of what another item opens, nor of what a condition speaks about', () => {
    assert.deepEqual(told('`help/**` (and `faq/**`)', '`faq/**`'), []);
    assert.deepEqual(
      told('`help/**` (only what `faq/**` has)', '`words/*.json` – in the order of `words/en.json`'),
      [],
    );
    assert.deepEqual(told('`words/*.json` – must be green (`npm run spell -- words/en.json`)'), []);
    assert.deepEqual(told('`words/*.json`, additions only'), []);
  });
});
