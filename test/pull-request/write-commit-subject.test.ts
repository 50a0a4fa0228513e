import assert from 'node:assert/strict';
import { writeCommitSubject } from '../../src/pull-request/write-commit-subject.js';
import { openRepository } from '../../src/git/repository.js';
import { temporaryRepository } from '../support/temporary-repository.js';

const en = 'src/home/i18n/en.json';

describe('writeCommitSubject', () => {
  async function subject(
    files: Readonly<Record<string, string>>,
    subjects: readonly string[],
    { branch = 'pm/friendlier', text = 'Friendlier empty state: change en.json', paths = [en] } = {},
  ): Promise<string> {
    const made = temporaryRepository();
    for (const [path, content] of Object.entries(files)) made.write(path, content);
    for (const each of ['Begin', ...subjects]) {
      made.write('notes.md', each);
      made.commit(each);
    }
    made.git('switch', '--quiet', '--create', branch);
    const repository = await openRepository(made.root, made);
    try {
      return await writeCommitSubject(repository, made.git('rev-parse', 'HEAD'), { text, paths });
    } finally {
      repository.close();
      made.remove();
    }
  }
  const commitlint = { '.commitlintrc.json': '{ "extends": ["@commitlint/config-conventional"] }\n' };
  const plain = ['Show the way', 'Mend the door', 'Paint the wall', 'Add a lamp', 'Take the old lamp out'];

  it('leaves it as it is where nothing asks for another form', async () => {
    assert.equal(await subject({}, plain), 'Friendlier empty state: change en.json');
  });

  it('gives it the type that the settings of a hook ask for, whatever people did before', async () => {
    assert.equal(await subject(commitlint, plain), 'feat: friendlier empty state: change en.json');
    const planned = { text: 'Friendlier empty state: add PLANNING.md', paths: ['src/home/PLANNING.md'] };
    assert.equal(await subject(commitlint, plain, planned), 'docs: friendlier empty state: add PLANNING.md');
  });

  it('gives it the form that most have', async () => {
    const tickets = plain.map((each, at) => `SHOP-${at + 1}: ${each}`);
    const branch = 'pm/shop-77-friendlier';
    assert.equal(await subject({}, tickets, { branch }), 'SHOP-77: Friendlier empty state: change en.json');
  });

  it('leaves it as it is where the form asks for what nobody knows', async () => {
    const tickets = plain.map((each, at) => `SHOP-${at + 1}: ${each}`);
    assert.equal(await subject({}, tickets), 'Friendlier empty state: change en.json');
  });
});
