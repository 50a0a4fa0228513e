import assert from 'node:assert/strict';
import { openGitlab } from '../../src/hosts/open-gitlab.js';
import { readGitlabAccess } from '../../src/hosts/read-gitlab-access.js';
import { FakeGitlab } from './fake-gitlab/fake-gitlab.js';

const token = 'glpat-0123456789abcdefTEST';

describe('who of a policy may do what on GitLab', () => {
  let gitlab: FakeGitlab;
  beforeEach(async () => {
    gitlab = new FakeGitlab();
    gitlab.tokens.set(token, gitlab.addUser('reader'));
    await gitlab.server.start();
  });
  afterEach(() => gitlab.server.stop());
  const read = (handles: readonly string[]): ReturnType<typeof readGitlabAccess> =>
    readGitlabAccess(openGitlab(`${gitlab.server.url}/api/v4`, token), {
      repository: 'acme/web/shop',
      branch: 'main',
      handles,
      teams: [],
    });

  it('is told by the roles that hosts have in common', async () => {
    const levels = { owner: 50, maintainer: 40, developer: 30, reporter: 20, guest: 10, minimal: 5, nobody: undefined };
    for (const [name, level] of Object.entries(levels)) {
      const { id } = gitlab.addUser(name);
      if (level !== undefined) gitlab.members.set(id, level);
    }
    const { people } = await read(Object.keys(levels).map((name) => `@${name}`));
    assert.deepEqual(
      people.map(({ role }) => role),
      ['admin', 'maintain', 'write', 'triage', 'read', 'none', 'none'],
    );
  });

  it('is not known of a handle that nobody has, nor where GitLab does not say', async () => {
    gitlab.addUser('maya');
    gitlab.server.fault = (_, { url }) =>
      url.pathname.includes('/members/') ? () => ({ status: 403, body: {} }) : undefined;
    const { people, unread } = await read(['@maya', '@nobody']);
    assert.deepEqual(
      people.map(({ account, role }) => [account?.handle, role]),
      [
        ['maya', null],
        [undefined, null],
      ],
    );
    assert.ok(unread.some(({ part }) => part === 'write access of @maya'));
  });
});
