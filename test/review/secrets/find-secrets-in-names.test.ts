import assert from 'node:assert/strict';
import { findSecretsInNames } from '../../../src/review/secrets/find-secrets-in-names.js';

describe('findSecretsInNames', () => {
  let searched = 0;
  const find = (_path: string, text: string) => {
    searched += 1;
    return [...text.matchAll(/KEY\s\w+|TOKEN/g)].map(({ 0: found, index }) => ({
      kind: found,
      start: index,
      end: index + 1,
    }));
  };
  const names = Array.from({ length: 20_000 }, (_, index) => `src/folder/file-${index}.ts`);

  it('searches many names in few steps', () => {
    searched = 0;
    assert.deepEqual(findSecretsInNames(names, find), []);
    assert.ok(searched < 10, `${searched} searches`);
  });

  it('finds those that have one, wherever they stand, and none that only two names together make', () => {
    assert.deepEqual(findSecretsInNames(['TOKEN', ...names, 'KEY', 'value', 'a/TOKEN'], find), [
      { path: 'TOKEN', kind: 'TOKEN' },
      { path: 'a/TOKEN', kind: 'TOKEN' },
    ]);
    assert.deepEqual(findSecretsInNames([], find), []);
  });
});
