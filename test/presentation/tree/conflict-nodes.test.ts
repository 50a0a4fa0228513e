import assert from 'node:assert/strict';
import { buildConflictNodes } from '../../../src/presentation/tree/conflict-nodes.js';

describe('settleNodes', () => {
  it('leads from each file to both its sides', () => {
    const [node] = buildConflictNodes(['README.md', 'src/home/i18n/en.json']);
    assert.equal(node?.description, '2 files');
    assert.deepEqual(
      node.children.map(({ label, description, command }) => [label, description, command?.arguments]),
      [
        ['README.md', '', ['README.md']],
        ['en.json', 'src/home/i18n', ['src/home/i18n/en.json']],
      ],
    );
    assert.equal(buildConflictNodes(['README.md'])[0]?.description, '1 file');
  });
});
