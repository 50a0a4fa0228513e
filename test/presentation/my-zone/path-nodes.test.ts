import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildPathNodes, type PathNode } from '../../../src/presentation/my-zone/path-nodes.js';

function say(node: PathNode): string {
  switch (node.kind) {
    case 'file':
      return node.beside === '' ? node.name : `${node.name} (${node.beside})`;
    case 'folder':
      return `${node.name}/ ${node.paths.length}`;
    case 'more':
      return `+${node.files}`;
  }
}

describe('pathNodes', () => {
  it('shows few files in one list, with the folders beside them', () => {
    assert.deepEqual(buildPathNodes('src/a', ['src/a/i18n/de.json', 'src/a/readme.md']).map(say), [
      'de.json (i18n)',
      'readme.md',
    ]);
    assert.deepEqual(buildPathNodes('', ['a/b/c.md', 'd.md']).map(say), ['c.md (a/b)', 'd.md']);
  });

  it('shows many by folders, folders first, a chain of single ones as one line', () => {
    const deep = Array.from({ length: 20 }, (_, index) => `docs/guides/start/${String(index).padStart(2, '0')}.md`);
    const other = Array.from({ length: 15 }, (_, index) => `help/${String(index).padStart(2, '0')}.md`);
    const nodes = buildPathNodes('', [...deep, ...other, 'readme.md']);
    assert.deepEqual(nodes.map(say), ['docs/guides/start/ 20', 'help/ 15', 'readme.md']);
    const [docs] = nodes;
    assert.ok(docs?.kind === 'folder');
    assert.deepEqual(buildPathNodes(docs.path, docs.paths).map(say).slice(0, 2), ['00.md', '01.md']);
  });

  it('keeps a folder apart whose paths part ways below', () => {
    const paths = ['a', 'b'].flatMap((name) =>
      Array.from({ length: 20 }, (_, index) => `x/y/${name}/${10 + index}.md`),
    );
    assert.deepEqual(buildPathNodes('', paths).map(say), ['x/y/ 40']);
    assert.deepEqual(buildPathNodes('x/y', paths).map(say), ['a/ 20', 'b/ 20']);
  });

  it('says how many more there are than anyone reads', () => {
    const files = Array.from({ length: 700 }, (_, index) => `f${1000 + index}.md`);
    const nodes = buildPathNodes('', ['a/1.md', 'a/2.md', ...files]);
    assert.equal(nodes.length, 501);
    assert.deepEqual(nodes.at(-1), { kind: 'more', files: 201 });
    const folders = Array.from({ length: 600 }, (_, index) => [
      `d${1000 + index}/a.md`,
      `d${1000 + index}/b.md`,
    ]).flat();
    assert.deepEqual(buildPathNodes('', folders).at(-1), { kind: 'more', files: 200 });
  });

  it('loses no path', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'ab');
    const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => `${parts.join('/')}.md`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 80 }), (paths) => {
        paths.sort();
        const walk = (folder: string, below: readonly string[]): readonly string[] =>
          buildPathNodes(folder, below).flatMap((node) =>
            node.kind === 'file' ? [node.path] : node.kind === 'folder' ? walk(node.path, node.paths) : [],
          );
        assert.deepEqual([...walk('', paths)].sort(), paths);
      }),
    );
  });
});
