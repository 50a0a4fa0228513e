import assert from 'node:assert/strict';
import { settleNodes } from '../../src/guide/settle-nodes.js';

describe('settleNodes', () => {
  it('leads from each file to both its sides', () => {
    const [node] = settleNodes(['README.md', 'src/home/i18n/en.json']);
    assert.equal(node?.description, '2 files');
    assert.deepEqual(
      node.children.map(({ label, description, command }) => [label, description, command?.arguments]),
      [
        ['README.md', '', ['README.md']],
        ['en.json', 'src/home/i18n', ['src/home/i18n/en.json']],
      ],
    );
    assert.equal(settleNodes(['README.md'])[0]?.description, '1 file');
  });
});
