import assert from 'node:assert/strict';
import { findHints } from '../../src/setup/find-hints.js';
import type { PilotPerson } from '../../src/setup/pilot-answers.js';
import type { Survey } from '../../src/setup/survey-repository.js';

const survey: Survey = {
  surfaces: [{ kind: 'copy', glob: 'apps/web/i18n/*.json', paths: ['apps/web/i18n/en.json', 'apps/web/i18n/de.json'] }],
  offers: [{ kind: 'events', glob: 'apps/app/events.ts', paths: ['apps/app/events.ts'] }],
  closed: [],
  left: [],
  flagFiles: new Map([['flags.yaml', ['listed']]]),
  regulatedBy: undefined,
};
const around = {
  survey,
  workspaces: [{ tool: 'pnpm', file: 'pnpm-workspace.yaml', folders: ['apps/app', 'apps/web', 'apps/api'] }],
  asked: {
    unread: 0,
    flags: ['listed', 'a-flag', 'b-flag', 'c-flag', 'd-flag', 'e-flag', 'f-flag', 'g-flag'].map((key) => ({
      key,
      calls: 1,
      path: 'a.ts',
    })),
    by: [{ name: 'useFlag', calls: 8 }],
  },
  history: ['apps/web/a.ts', 'apps/web/b.ts', 'apps/api/a.ts', 'apps/api/b.ts'].map((path) => ({
    name: path.startsWith('apps/web') ? 'Erin' : 'Tom',
    address: path.startsWith('apps/web') ? 'erin@example.com' : 'tom@example.com',
    paths: [path],
  })),
};
const person: PilotPerson = {
  name: 'Maya',
  email: 'maya@example.com',
  handle: '@maya',
  folders: [],
  flags: [],
  reviewers: [],
  engineeringDris: [],
  productDris: [],
};

describe('findHints', () => {
  it('names who commits where it opens, the flags that no file lists, and the workspaces', () => {
    assert.deepEqual(findHints(around, { people: [person], open: [] }), {
      people: 'Of the latest commits in apps/web most are by Erin, 2 commits.',
      flags: 'Code asks for a-flag, b-flag, c-flag, d-flag, e-flag, f-flag and 1 more, by useFlag.',
      flagCount: 7,
      workspaces: ['apps/web'],
    });
    const more = findHints(around, { people: [], open: ['events'] });
    assert.deepEqual(more.workspaces, ['apps/web', 'apps/app']);
    assert.match(more.people ?? '', /in apps\/web, apps\/app most are by Erin/u);
  });

  it('asks the folders of the PM first, and all of the repository where nobody commits there', () => {
    const of = (folders: readonly string[]): string | undefined =>
      findHints(around, { people: [{ ...person, folders }], open: [] }).people;
    assert.equal(of(['apps/api']), 'Of the latest commits in apps/api most are by Tom, 2 commits.');
    assert.equal(of(['docs']), 'Of the latest commits here most are by Erin, 2 commits; Tom, 2 commits.');
    const alone = findHints({ ...around, workspaces: [] }, { people: [], open: [] });
    assert.match(alone.people ?? '', /^Of the latest commits here/u);
  });

  it('says nothing where nothing shows', () => {
    const bare = { ...around, asked: { flags: [], by: [], unread: 0 }, history: [], workspaces: [] };
    assert.deepEqual(findHints(bare, { people: [], open: [] }), {
      people: undefined,
      flags: undefined,
      flagCount: 0,
      workspaces: [],
    });
    const one = { ...around, asked: { ...around.asked, flags: around.asked.flags.slice(0, 2) } };
    assert.equal(findHints(one, { people: [], open: [] }).flags, 'Code asks for a-flag, by useFlag.');
  });
});
