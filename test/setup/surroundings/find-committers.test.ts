import assert from 'node:assert/strict';
import { describeCommitter, findCommitters } from '../../../src/setup/surroundings/find-committers.js';
import type { HistoryEntry } from '../../../src/setup/surroundings/read-history.js';

const commits = (count: number, name: string, address: string, path = 'src/home/a.ts'): readonly HistoryEntry[] =>
  Array.from({ length: count }, () => ({ name, address, paths: [path] }));

const history = [
  ...commits(5, 'Erin Smith', 'erin@example.com'),
  ...commits(1, 'Erin Smith', '123+erin@users.noreply.github.com'),
  ...commits(4, 'Tom', 'tom@example.com', 'docs/a.md'),
  ...commits(9, 'Maya', 'maya@example.com'),
  ...commits(3, 'someone@example.com', 'someone@example.com'),
  ...commits(2, 'ann@example.com', '77-ann@users.noreply.gitlab.com'),
  ...commits(1, 'Visitor', 'v@example.com'),
  ...commits(8, 'renovate[bot]', 'x@example.com'),
  ...commits(8, 'Hosted Weblate', 'hosted@weblate.org'),
  ...commits(8, 'Builds', 'noreply@example.com'),
];

describe('findCommitters', () => {
  it('counts people by the folders, without machines, visitors and those who are PMs', () => {
    assert.deepEqual(findCommitters(history, ['src/home'], ['@m', 'MAYA@example.com']), [
      { name: 'Erin Smith', handle: '@erin', commits: 6 },
      { name: '', handle: '@ann', commits: 2 },
    ]);
    assert.deepEqual(
      findCommitters(history, [], ['@erin']).map(({ name, commits: count }) => [name, count]),
      [
        ['Maya', 9],
        ['Tom', 4],
        ['', 2],
      ],
    );
    assert.deepEqual(findCommitters(commits(5, 'a@b.c', 'a@b.c'), []), []);
  });

  it('counts a person once, by the same address or by the same name however it is written', () => {
    const people = [
      ...commits(2, 'Jürgen Ott', 'j@example.com'),
      ...commits(2, 'jurgen  ott', 'jo@work.example'),
      ...commits(2, 'J. Ott', 'JO@work.example'),
      ...commits(2, 'ann@example.com', '77-ann@users.noreply.gitlab.com'),
      ...commits(2, 'Ann', '77-ann@users.noreply.gitlab.com'),
    ];
    assert.deepEqual(findCommitters(people, []), [
      { name: 'Jürgen Ott', handle: undefined, commits: 6 },
      { name: 'Ann', handle: '@ann', commits: 4 },
    ]);
    assert.deepEqual(findCommitters(people, [], ['jo@work.example']), [{ name: 'Ann', handle: '@ann', commits: 4 }]);
  });

  it('names nobody by an address', () => {
    const said = findCommitters(history, []).map(describeCommitter).join('\n');
    assert.equal(said, 'Maya, 9 commits\nErin Smith (@erin), 6 commits\nTom, 4 commits');
    assert.equal(
      describeCommitter(findCommitters(commits(2, 'E\u0007 <x>  Y', 'e@x.y'), [])[0] as never),
      'E x Y, 2 commits',
    );
  });
});
