import assert from 'node:assert/strict';
import fc from 'fast-check';

import { controlFile, controlFolder, knownFiles, knownFolders } from '../../src/policy/control-files.js';
import { fold } from '../../src/policy/fold.js';
import { hostileName } from '../../src/policy/hostile-path.js';
import { createNameFilter } from '../../src/policy/name-filter.js';
import { standingNames } from '../../src/policy/standing-names.js';
import { mayBeKnown } from '../../src/policy/scan-name.js';

const { files, folders } = standingNames();
const passes = (filter: typeof files, name: string): boolean => !mayBeKnown(filter, `a/${name}`, 2, name.length + 2);

/** Words of control files and others, and what parts them. */
const piece = fc.constantFrom(
  ...['package', 'tsconfig', 'Dockerfile', 'docker-compose', 'compose', 'config', 'env', 'conf', 'setup', 'lock'],
  ...['requirements', 'agents', 'CLAUDE', 'vite', 'eslint', 'prettier', 'makefile', 'instructions', 'agent', 'skill'],
  ...['azure-pipelines', 'lefthook', 'lefthook-local', 'com1', 'NUL', 'con', 'node_modules', 'githooks', 'git', 'x'],
  ...['json', 'md', 'yaml', 'yml', 'txt', 'js', 'ts', 'csproj', 'gradle', 'kts', 'mk', 'lockb', 'toml', 'cfg', ''],
);
const separator = fc.constantFrom('.', '-', '_', '', ' ', '.lock.', '~1');
const name = fc.oneof(
  fc.array(fc.tuple(piece, separator), { maxLength: 4 }).map((parts) => parts.flat().join('')),
  fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('.')),
  fc.string({ unit: 'binary' }),
);

describe('mayBeKnown', () => {
  it('passes over no name that is hostile or steers anything', () => {
    fc.assert(
      fc.property(name, (each) => {
        const folded = fold(each);
        if (passes(files, each)) assert.equal(controlFile(folded) ?? hostileName(each), undefined);
        if (passes(folders, each)) assert.equal(controlFolder(folded) ?? hostileName(each), undefined);
      }),
      { numRuns: 20_000 },
    );
  });

  it('passes over nothing on the lists, in any case', () => {
    for (const each of [...(knownFiles.names ?? []), ...(knownFiles.beginnings ?? []), ...(knownFolders.names ?? [])]) {
      assert.equal(passes(files, each), false);
      assert.equal(passes(files, each.toUpperCase()), false);
    }
    for (const each of knownFolders.names ?? []) assert.equal(passes(folders, each), false);
  });

  it('passes over what most names are', () => {
    for (const each of ['index.ts', 'home.html', 'a', 'App.vue', 'two-words.rs', 'snake_case.py'])
      assert.equal(passes(files, each), true, each);
    for (const each of ['src', 'lib', 'Two-Words', 'v1.2']) assert.equal(passes(folders, each), true, each);
  });

  it('passes over no name that a beginning, an ending, a name or a test fits', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '-', '.', '_', 'é', '#'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        text,
        fc.string({ maxLength: 3 }),
        fc.constantFrom('name', 'begin', 'end', 'inner', 'test'),
        (each, more, kind) => {
          const test = (asked: string): boolean => asked.includes(each);
          const [filter, asked] =
            kind === 'name'
              ? [createNameFilter([{ names: [each] }]), each]
              : kind === 'begin'
                ? [createNameFilter([{ beginnings: [each] }]), each + more]
                : kind === 'end'
                  ? [createNameFilter([{ endings: [each] }]), more + each]
                  : kind === 'inner'
                    ? [createNameFilter([{ inner: [`${each}----`] }]), `${more}${each}----${each}`]
                    : [createNameFilter([{ tests: [test] }]), `x${more}${each}`];
          assert.equal(mayBeKnown(filter, asked, 0, asked.length), true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('passes over other names though a test looks at them, and with any number of known ones', () => {
    const filter = createNameFilter([
      { names: Array.from({ length: 1000 }, (_, number) => `known${number}`), tests: [(each) => each.includes('zz')] },
    ]);
    assert.equal(mayBeKnown(filter, 'fuzzy', 0, 5), true);
    assert.equal(mayBeKnown(filter, 'known999', 0, 8), true);
    assert.equal(mayBeKnown(filter, 'other', 0, 5), false);
  });
});
