import assert from 'node:assert/strict';
import { findOpenPoints, buildPointNodes, buildRefusedNodes } from '../../../src/presentation/tree/refused-nodes.js';

describe('what a commit was stopped for', () => {
  const points = [
    { message: 'This looks like a key.\u202E', path: 'src/a.md', line: 3, column: 12 },
    { message: 'src/b.ts is locked.', path: 'src/b.ts' },
    { message: 'The check size failed.' },
  ];
  const refused = { at: 1, head: 'one', points };

  it('is open until the commit was made all the same, or what it is about was put back', () => {
    assert.deepEqual(findOpenPoints(undefined, { head: 'one', uncommitted: [] }), []);
    assert.deepEqual(findOpenPoints(refused, { head: 'two', uncommitted: undefined }), []);
    assert.deepEqual(findOpenPoints(refused, { head: 'one', uncommitted: undefined }), points);
    assert.deepEqual(findOpenPoints(refused, { head: 'one', uncommitted: ['src/b.ts'] }), points.slice(1));
    assert.deepEqual(findOpenPoints({ at: 1, points }, { head: undefined, uncommitted: undefined }), points);
  });

  it('is said in one line with each point below it, at its place', () => {
    assert.deepEqual(buildRefusedNodes([]), []);
    const [line] = buildRefusedNodes(points);
    assert.equal(line?.label, 'Commit stopped: 3 things to fix');
    assert.match(line.tooltip ?? '', /put the file back where it is locked\. Then choose “Review and Commit”\.$/);
    assert.equal(buildRefusedNodes(points.slice(0, 1))[0]?.label, 'Commit stopped: 1 thing to fix');
    assert.deepEqual(line.children, buildPointNodes(points));
    assert.deepEqual(
      line.children.map(({ label, description, open }) => [label, description, open]),
      [
        ['This looks like a key.\\u{202e}', 'src/a.md:3', { path: 'src/a.md', line: 3, column: 12 }],
        ['b.ts is locked.', 'src/b.ts', { path: 'src/b.ts' }],
        ['The check size failed.', undefined, undefined],
      ],
    );
    assert.deepEqual(
      line.children.map(({ accessibleLabel }) => accessibleLabel),
      [
        'To fix: This looks like a key.\\u{202e}, src/a.md:3',
        'To fix: src/b.ts is locked., src/b.ts',
        'To fix: The check size failed.',
      ],
    );
    assert.equal(new Set(line.children.map(({ id }) => id)).size, 3);
  });
});
