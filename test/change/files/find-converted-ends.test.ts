import assert from 'node:assert/strict';
import { readChange } from '../../../src/change/read-change.js';
import { openRepository } from '../../../src/git/repository.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

describe('line ends that git converts', () => {
  const lines = '{\n  "a": "One",\n  "b": "Two"\n}\n';
  const windows = lines.replace('One', 'Eins').replaceAll('\n', '\r\n');
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository();
    repository.write('en.json', lines);
    repository.write('crlf.json', lines.replaceAll('\n', '\r\n'));
    repository.commit('First');
    repository.write('en.json', windows);
    repository.write('crlf.json', windows);
  });
  afterEach(() => repository.remove());

  /** Each path with how many of its lines are new, and whether they end as on this computer. */
  const changed = async (): Promise<readonly string[]> => {
    const opened = await openRepository(repository.root, { environment: repository.environment });
    try {
      const { change } = await readChange(opened, { kind: 'worktree' });
      return change.files.map(({ path, after, added }) => {
        const count = added.reduce((sum, { start, end }) => sum + end - start + 1, 0);
        return `${path} ${count}${after?.text?.includes('\r\n') === true ? ' CRLF' : ''}`;
      });
    } finally {
      opened.close();
    }
  };

  it('are as on the disk where it converts none', async () => {
    assert.deepEqual(await changed(), ['crlf.json 1 CRLF', 'en.json 4 CRLF']);
    repository.write('.gitattributes', '* -text\n');
    repository.git('config', 'core.autocrlf', 'true');
    assert.deepEqual(await changed(), ['.gitattributes 1', 'crlf.json 1 CRLF', 'en.json 4 CRLF']);
  });

  it('are as it stores them by its settings, but where it stored others before', async () => {
    repository.git('config', 'core.autocrlf', 'true');
    assert.deepEqual(await changed(), ['crlf.json 1 CRLF', 'en.json 1']);
  });

  for (const attribute of ['text=auto', 'text', 'eol=lf'])
    it(`are as it stores them by the attribute ${attribute}, where nothing else is changed too`, async () => {
      repository.write('.gitattributes', `* ${attribute}\n`);
      assert.deepEqual(await changed(), ['.gitattributes 1', 'crlf.json 1 CRLF', 'en.json 1']);
      repository.write('en.json', lines.replaceAll('\n', '\r\n'));
      assert.deepEqual(await changed(), ['.gitattributes 1', 'crlf.json 1 CRLF']);
    });

  it('are told of where a filter says what is stored, which nobody can tell from the disk', async () => {
    repository.write('.gitattributes', '* text=auto\n*.json filter=other\n');
    repository.git('config', 'filter.other.clean', 'cat');
    repository.write('en.json', lines.replaceAll('\n', '\r\n'));
    assert.deepEqual(await changed(), ['.gitattributes 2', 'crlf.json 1 CRLF', 'en.json 4 CRLF']);
  });
});
