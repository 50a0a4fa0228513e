import assert from 'node:assert/strict';
import fc from 'fast-check';

import { lazyCodeowners, narrowCodeowners, narrowPolicy } from '../../src/policy/narrow-policy.js';
import { indexOwners } from '../../src/policy/codeowners/owner-index.js';
import { parseCodeowners } from '../../src/policy/codeowners/parse-codeowners.js';
import { findPolicyErrors } from '../../src/policy/policy-errors.js';
import type { Codeowners, Policy, RosterRow } from '../../src/policy/policy.js';
import { defaultSettings } from '../../src/policy/settings/default-settings.js';
import { processorTime } from '../support/processor-time.js';

const path = '.github/CODEOWNERS';
const lazy = (text: string, file = path): Codeowners => lazyCodeowners({ path: file, text });
const lines = ({ rules }: Codeowners): readonly number[] => rules.map(({ line }) => line);

describe('lazyCodeowners', () => {
  it('says what the parser says', () => {
    for (const text of ['* @x\n/a/ @y @z # w\nb [c] @d\n!e @f\n', '[One] @a\n/x\n^[Two]\n!/y\n', '']) {
      for (const file of ['CODEOWNERS', '.gitlab/CODEOWNERS']) {
        const { source, ...said } = lazy(text, file);
        assert.deepEqual(said, parseCodeowners({ path: file, text }));
        assert.deepEqual(source, { path: file, text });
      }
    }
  });
});

describe('nearCodeowners', () => {
  const text = [
    '\ufeff/src/a @zero', // 1
    '* @one', // 2
    '/src/a/ @two', // 3
    'src/a/deep/*.md @three', // 4
    '/src/b/ @four', // 5
    '/src/ab @five', // 6
    '/docs/x @six', // 7
    '/docs/ @seven', // 8
    '/src/*/x @eight', // 9
    ' /src/c/ @nine', // 10
    '/src/c\\ d @ten', // 11
    'src/b @eleven\r', // 12
    '/src/a\t@twelve', // 13
    '/src/a\r', // 14
    '/src/[c]/x @fifteen', // 15
    '**/src/b @sixteen', // 16
    'b/ @seventeen', // 17
    '/src/c#none', // 18
    '/src/a', // 19
  ].join('\n');

  it('leaves out the lines on folders that none of the paths lies in, and keeps the places of the rest', () => {
    const near = narrowCodeowners(lazy(text), ['src/a/x.md', 'README.md', 'wéird/x/y']);
    assert.deepEqual(lines(near), [1, 2, 3, 4, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19]);
    assert.equal(near.source?.text, text);
    assert.equal(near.file, path);
  });

  it('takes a sign in a folder of a path for itself alone', () => {
    assert.deepEqual(
      lines(narrowCodeowners(lazy('/a.b/c/ @x\n/axb/c/ @y\n/a+b/c @z\n'), ['a.b/c/d', 'a+b/c'])),
      [1, 3],
    );
  });

  it('leaves out all lines on folders where every path lies in the root', () => {
    assert.deepEqual(lines(narrowCodeowners(lazy('/a/b/ @x\n/a @y\nb @z\n'), ['README.md'])), [2, 3]);
  });

  it('leaves everything where it cannot know', () => {
    const whole = (codeowners: Codeowners): void => {
      assert.equal(narrowCodeowners(codeowners, ['x/y/z']), codeowners);
    };
    whole(parseCodeowners({ path, text }));
    whole(lazy(text, '.gitlab/CODEOWNERS'));
    whole(lazy('[One] @a\n/x/a\n', 'CODEOWNERS'));
    whole(lazy(`/a/b @x\n${'#'.repeat(3 * 1024 * 1024)}`));
    const many = Array.from({ length: 1000 }, (_, at) => `src/folder${at}/x`);
    const codeowners = lazy(text);
    assert.equal(narrowCodeowners(codeowners, many), codeowners);
    assert.notEqual(narrowCodeowners(codeowners, many.slice(900)), codeowners);
    assert.equal(narrowCodeowners(codeowners, [`${'a'.repeat(100_000)}/b/c`]), codeowners);
  });

  it('finds the owners that the whole file gives, whatever stands in it', () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'ab',
      'a.b',
      'axb',
      '@c',
      '*',
      '**',
      'a*',
      '?',
      '',
      'a\\ b',
      '[a]',
      'é',
      '\r',
      '\u2028',
    );
    const pattern = fc
      .tuple(fc.constantFrom('', '/', ' ', '!'), fc.array(name, { minLength: 1, maxLength: 4 }))
      .map(([start, names]) => start + names.join('/'));
    const line = fc
      .tuple(pattern, fc.constantFrom('', ' @x', '\t@y', '\r', ' @z @x', '#no', ' #no', '\f@x', '\u2028@y'))
      .map(([written, rest]) => written + rest);
    const plain = fc.array(fc.constantFrom('a', 'b', 'ab', 'a.b', 'axb', '@c', 'a b', '[a]', 'é'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(plain, { minLength: 1, maxLength: 4 }),
        (written, asked) => {
          const codeowners = lazy(written.join('\n'));
          const paths = asked.map((names) => names.join('/'));
          const near = indexOwners(narrowCodeowners(codeowners, paths));
          const all = indexOwners(codeowners);
          for (const each of paths) assert.deepEqual(near.find(each), all.find(each));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes no longer on long names', () => {
    const long = 'a'.repeat(100_000);
    const start = processorTime();
    narrowCodeowners(lazy(`/${long}/${long}é @x\n${`/${long}\n`.repeat(5)}`), ['a/b/c']);
    assert.ok(processorTime() - start < 1000);
  });
});

describe('nearPolicy', () => {
  const row: RosterRow = {
    pm: 'Amy (@amy)',
    emails: ['amy@b.c'],
    handles: ['@amy'],
    featureFolders: [],
    flags: [],
    reviewers: [],
    engineeringDris: [],
    productDris: [],
    line: 3,
  };
  const policyOf = (text: string, rows: readonly RosterRow[]): Policy => {
    const zone = {
      file: 'CLAUDE.md',
      line: 1,
      rules: [],
      prose: [],
      roster: rows,
      settings: defaultSettings,
      problems: [],
    };
    const tip = { ref: 'main', commit: 'c', zone, codeowners: lazy(text), skill: undefined };
    return { tips: [tip, { ...tip, codeowners: undefined }], preview: false };
  };

  it('keeps the errors of what it leaves out: a pilot PM as a code owner anywhere', () => {
    for (const text of ['/far/away/ @dev @AMY\n', '/far/away/ amy@b.c\n']) {
      const policy = policyOf(text, [row]);
      const near = narrowPolicy(policy, ['src/a/x.md']);
      assert.deepEqual(near.tips[0].codeowners?.rules, []);
      assert.equal(near.tips[1]?.codeowners, undefined);
      assert.equal(findPolicyErrors(near).length, 1);
      assert.deepEqual(findPolicyErrors(near), findPolicyErrors(policy));
    }
    for (const text of ['/far/away/ @dev # @amy\n', '/far/away/ @dev\n', '/far/away/ @amyra\n']) {
      assert.deepEqual(findPolicyErrors(narrowPolicy(policyOf(text, [row]), ['a'])), []);
    }
  });

  it('finds a name outside ASCII as the rules have it', () => {
    const odd = { ...row, handles: ['@ÅSA'], emails: [] };
    assert.deepEqual(findPolicyErrors(policyOf('/a @dev\n', [odd])), []);
    const gitlab = policyOf('', [odd]);
    const [tip] = gitlab.tips;
    const codeowners = lazyCodeowners({ path: '.gitlab/CODEOWNERS', text: '/a @åsa\n' });
    assert.equal(
      findPolicyErrors({ tips: [{ ...tip, codeowners }], preview: false }).length,
      codeowners.rules.filter(({ owners }) => owners.includes('@åsa')).length,
    );
  });
});
