import assert from 'node:assert/strict';
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flags, pilotRepository } from '../support/pilot-repository.js';
import { assertClosed, runReview } from '../support/review-assertions.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const login = 'src/auth/login.ts';
const locked = /src\/auth\/login\.ts is locked/;
const ours = 'src/home/i18n/en.json';

/** Forms of git's index, and of what it remembers of the disk, behind which a change could stand unseen. */
describe('a change behind the index', () => {
  let repository: TemporaryRepository;
  let config = '';
  before(() => {
    repository = pilotRepository();
    config = repository.git('config', '--file', '.git/config', '--list');
  });
  after(() => repository.remove());
  afterEach(() => {
    for (const name of ['index', 'info', 'config'])
      rmSync(join(repository.root, '.git', name), { recursive: true, force: true });
    for (const line of config.split('\n')) {
      const at = line.indexOf('=');
      repository.git('config', '--file', '.git/config', line.slice(0, at), line.slice(at + 1));
    }
    repository.git('reset', '-q', '--hard', 'main');
    repository.git('clean', '-qffdx');
  });

  const stage = (path: string, text: string, mode = '100644'): string => {
    const oid = repository.gitWith(text, 'hash-object', '-w', '--stdin');
    return repository.git('update-index', '--add', '--cacheinfo', `${mode},${oid},${path}`);
  };
  const changed = 'export const login = 7;\n';
  /** The same length at the same time. */
  const unseen = (): string => {
    const place = join(repository.root, login);
    const { atime, mtime } = statSync(place);
    writeFileSync(place, changed);
    utimesSync(place, atime, mtime);
    return place;
  };
  const put = (path: string, text: string): string => {
    repository.write(path, text);
    return path;
  };
  const settings = (...pairs: readonly (readonly [string, string])[]): readonly string[] =>
    pairs.map(([key, value]) => repository.git('config', key, value));

  const attacks: readonly (readonly [what: string, make: () => unknown, check?: string, words?: RegExp])[] = [
    ['of version 4', () => (stage(login, changed), repository.git('update-index', '--index-version', '4'))],
    ['in two files', () => (stage(login, changed), repository.git('update-index', '--split-index'))],
    [
      'with a memory of what is not in it',
      () => (repository.git('update-index', '--untracked-cache'), repository.git('status'), put(login, changed)),
    ],
    [
      'where git was told that the disk is as it was',
      () => (put(login, changed), repository.git('update-index', '--fsmonitor-valid', login)),
    ],
    ['of the same length at the same time', unseen],
    [
      'where git looks at length and seconds alone',
      () => (
        settings(['core.checkStat', 'minimal'], ['core.trustctime', 'false']),
        // In another second than the index is written in: what is as new as the index git reads again in any case.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100),
        repository.git('update-index', '--refresh'),
        unseen()
      ),
    ],
    ['where git ignores what it could see', () => (settings(['core.ignoreStat', 'true']), put(login, changed))],
    [
      'outside of a sparse checkout',
      () => (stage(login, changed), repository.git('sparse-checkout', 'set', 'src/home')),
    ],
    [
      'of a sparse index',
      () => (stage(login, changed), repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'src/home')),
    ],
    [
      'of several stages',
      () =>
        repository.gitWith(
          ['1', '2', '3']
            .map((at) => `100644 ${repository.git('rev-parse', 'main:package.json')} ${at}\t${login}\n`)
            .join('')
            .replace(/^/, `0 ${'0'.repeat(40)}\t${login}\n`),
          'update-index',
          '--index-info',
        ),
      'conflict',
    ],
    [
      'as a link over a text',
      () => stage(ours, '../../auth/login.ts', '120000'),
      'zone',
      /en\.json is locked.*symbolic link/,
    ],
    [
      'as a file where a folder is',
      () => (repository.git('rm', '-rq', '--cached', 'src/home/i18n'), stage('src/home/i18n', 'x')),
      'zone',
      /src\/home\/i18n needs an engineer/,
    ],
    [
      'as a folder where a file is',
      () => (repository.git('rm', '-q', '--cached', login), stage(`${login}/x`, 'x')),
      'zone',
      /login\.ts\/x is locked/,
    ],
    [
      'in a path that another disk takes for a text',
      () => stage('src/home/I18N/en.json', '{}'),
      'zone',
      /I18N\/en\.json is locked/,
    ],
    [
      'in a path that Windows knows by a short name',
      () => stage('src/home/AUTH~1/x.md', 'x'),
      'zone',
      /AUTH~1\/x\.md is locked/,
    ],
    ['of the policy', () => stage('CLAUDE.md', '# None\n'), 'zone', /CLAUDE\.md is locked/],
    [
      'of what git is told of files',
      () => stage('src/home/.gitattributes', '* -diff\n'),
      'zone',
      /\.gitattributes is locked/,
    ],
    [
      'of another’s flag',
      () => stage('src/home/flags.yaml', flags.replace('100', '50')),
      'flag-owned',
      /old-home is changed/,
    ],
    ['of a catalog that cannot be read', () => stage(ours, '{'), 'copy-catalog', /cannot be read/],
    [
      'of a locked file that was moved away',
      () => (repository.git('mv', login, 'src/home/login.md'), put(login, 'export const login = 1;\n')),
    ],
    ['of nothing, where a locked file was only taken out', () => repository.git('rm', '-q', '--cached', login)],
    ['of the mode alone', () => repository.git('update-index', '--chmod=+x', login)],
    [
      'of the mode of a text of theirs',
      () => repository.git('update-index', '--chmod=+x', ours),
      'zone',
      /en\.json needs an engineer: it can be run as a program/,
    ],
  ];
  for (const [what, make, check = 'zone', words = locked] of attacks)
    it(`is seen in one ${what}`, async () => {
      make();
      if (check === 'conflict') await assert.rejects(runReview(repository, []), /src\/auth\/login\.ts is in conflict/);
      else assertClosed(await runReview(repository, []), check, words);
    });
});
