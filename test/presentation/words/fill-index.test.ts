import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWordIndex } from '../../../src/presentation/words/word-index.js';
import { fillIndex, type FillOptions } from '../../../src/presentation/words/fill-index.js';
import { openDisk } from '../../../src/git/disk.js';

describe('fillIndex', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pm-zone-words-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const options: FillOptions = {
    isFlagFile: (path) => path === 'toggles.yaml',
    shouldContinue: () => true,
    yieldToOthers: () => Promise.resolve(),
    onProgress: () => undefined,
  };
  const write = (path: string, text: string | Buffer): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  it('reads files, and passes over what is none, too large, binary or gone', async () => {
    write('i18n/en.json', '{"a": "Some words"}');
    write('toggles.yaml', 'tour: {}');
    write('big.md', 'words '.repeat(100_000));
    write('binary.md', Buffer.from('some words\0'));
    symlinkSync('i18n/en.json', join(root, 'link.json'));
    const index = createWordIndex();
    const paths = ['i18n/en.json', 'toggles.yaml', 'big.md', 'binary.md', 'link.json', 'gone.md'];
    assert.deepEqual(await fillIndex(index, openDisk(root), paths, options), { files: 6, isFull: false });
    const found = index.search('some words', 9, () => 'editable').matches.map(({ text }) => text.path);
    assert.deepEqual(found, ['i18n/en.json']);
    assert.equal(index.search('tour', 9, () => 'editable').matches[0]?.text.kind, 'flags');
    assert.ok(index.has('big.md'));
  });

  it('reads a catalog in which a sign stands that does not belong there', async () => {
    write(
      'locale/fr.po',
      Buffer.from('msgid "Upload"\nmsgstr "Import\0 arr\u00eat\u00e9"\n\nmsgid "Off"\nmsgstr "Import fermé"\n'),
    );
    const index = createWordIndex();
    await fillIndex(index, openDisk(root), ['locale/fr.po'], options);
    assert.equal(index.search('import fermé', 9, () => 'editable').matches[0]?.text.key, 'Off');
  });

  it('stops when it is asked to, and when the index is full', async () => {
    const paths = Array.from({ length: 20 }, (_, index) => `${index}.md`);
    for (const path of paths) write(path, 'one two three');
    let asked = 0;
    const stopped = { ...options, shouldContinue: () => ++asked < 2 };
    assert.deepEqual(await fillIndex(createWordIndex(), openDisk(root), paths, stopped), { files: 8, isFull: false });
    const full = await fillIndex(createWordIndex(3 * 73), openDisk(root), paths, options);
    assert.deepEqual(full, { files: 3, isFull: true });
  });

  it('lets others have their turn, and says how far it is', async () => {
    write('slow.md', 'a b\n'.repeat(5000));
    write('slow.tsx', `const a = [${'<p>some words</p>,'.repeat(1000)}];`);
    const said: number[] = [];
    let breaths = 0;
    await fillIndex(createWordIndex(), openDisk(root), ['slow.md', 'slow.tsx'], {
      ...options,
      yieldToOthers: () => {
        breaths++;
        return Promise.resolve();
      },
      onProgress: (files) => said.push(files),
    });
    assert.ok(breaths > 0);
    assert.equal(said.length, breaths);
  });
});
