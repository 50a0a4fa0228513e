import assert from 'node:assert/strict';
import { tellApart } from '../../../../src/presentation/tree/change/tell-apart.js';

describe('tellApart', () => {
  const cases: readonly (readonly [paths: readonly string[], apart: readonly (string | undefined)[]])[] = [
    [
      ['i18n/en/cards.json', 'i18n/fr/cards.json', 'i18n/fr/a.json'],
      ['en', 'fr', undefined],
    ],
    [
      ['a/x/i.ts', 'b/x/i.ts', 'b/y/i.ts'],
      ['a/x', 'b/x', 'y'],
    ],
    [
      ['i.ts', 'a/i.ts', 'b/a/i.ts'],
      [undefined, 'a', 'b/a'],
    ],
  ];
  for (const [paths, apart] of cases) it(paths.join(', '), () => assert.deepEqual(paths.map(tellApart(paths)), apart));
});
