import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPolicy, knowPaths, listOwningLines, listRules } from '../../../src/policy/check-policy.js';
import { lazyCodeowners } from '../../../src/policy/narrow-policy.js';
import type { PolicyTip } from '../../../src/policy/policy.js';
import { policyOf } from '../../support/policy-of.js';

const paths = [
  'src/auth/a.ts',
  'src/auth/b.md',
  'src/Auth/c.ts',
  'src/home/a.ts',
  'src/home/ä.md',
  'docs/a.md',
  'a.md',
];
const globs = [
  '**/*.md',
  'src/**',
  '**/auth/**',
  'src/home/',
  'docs/*',
  'none/**',
  'src/{auth,home}/a.ts',
  'src/auth.*',
];
const roster =
  '\n| PM | Email | Feature folders | Reviewers | Engineering DRI | Product DRI |\n|---|---|---|---|---|---|\n| Amy (@amy) | amy@b.c | src/home | @web | @eve | @pia |\n';

function tipOf(allowed: readonly string[], forbidden: readonly string[], owners: string | undefined): PolicyTip {
  const list = (lead: string, items: readonly string[]): string =>
    `${lead}:\n\n${items.map((glob) => `- \`${glob}\`\n`).join('')}\n`;
  const body = `${list('PMs can touch', allowed)}${list('PMs cannot touch', forbidden)}${roster}`;
  return {
    ...policyOf(body).tips[0],
    codeowners: owners === undefined ? undefined : lazyCodeowners({ path: 'CODEOWNERS', text: owners }),
  };
}

const someGlobs = fc.uniqueArray(fc.constantFrom(...globs), { maxLength: 5 });
const someOwners = fc.option(
  fc.constantFrom('', '/src/ @web\n', '/src/auth/ @sec\n* @all\n', '[Auth]\n/src/auth/ @sec\n'),
  { nil: undefined },
);

describe('knowPaths', () => {
  it('says of each policy what it would say of it alone, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(someGlobs, someGlobs, someOwners), { minLength: 2, maxLength: 6 }), (typed) => {
        const known = knowPaths(paths);
        for (const [allowed, forbidden, owners] of typed) {
          const tip = tipOf(allowed, forbidden, owners);
          assert.deepEqual(listRules(tip, paths, undefined, known), listRules(tip, paths));
          assert.deepEqual(checkPolicy(tip, paths, known), checkPolicy(tip, paths));
          assert.deepEqual(listOwningLines(tip, paths, known), listOwningLines(tip, paths));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('matches only what was not asked for the last time', () => {
    let read = 0;
    const counted = new Proxy(paths, {
      get: (target, name) => {
        if (name === Symbol.iterator || name === 'entries' || name === 'forEach') read += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
    const { placesOf } = knowPaths(counted);
    const { rules = [] } = tipOf(globs, ['**/auth/**', 'docs/*'], '').zone ?? {};
    placesOf(rules);
    const first = read;
    assert.ok(first > 0);
    placesOf(rules);
    assert.equal(read, first);
    placesOf(tipOf(globs, ['**/auth/**', 'docs/*', 'a.md'], '').zone?.rules ?? []);
    assert.equal(read, first + 1);
  });
});
