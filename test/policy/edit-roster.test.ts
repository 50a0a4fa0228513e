import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editRoster } from '../../src/policy/edit-roster.js';
import { readPolicy } from '../support/read-policy.js';

const head = ['| PM | Handle | Email |', '| --- | --- | --- |'];
const file = (...rows: readonly string[]): string => `# Notes\n\n${[...head, ...rows].join('\n')}\n\nMore.\n`;

describe('editRoster', () => {
  it('finds no list in a text without one, in one that cannot be read, and no row that is not there', () => {
    const cells = { status: ['revoked'] };
    assert.equal(editRoster('# Notes\n', [{ line: 'new', cells }]), undefined);
    assert.equal(editRoster('x'.repeat(3_000_000), [{ line: 'new', cells }]), undefined);
    assert.equal(editRoster(file('| Maya | @maya | m@x.co |'), [{ line: 3, cells }]), undefined);
    assert.equal(editRoster(file('| Maya | @maya | m@x.co |'), [{ line: 6, cells }]), undefined);
  });

  it('gives a row that is too short the cells that it lacks, and leaves the others', () => {
    const edited = editRoster(file('| Maya', '| Max | @max | m@x.co | too much |'), [
      { line: 5, cells: { email: ['maya@x.co'] } },
    ]);
    assert.deepEqual(edited?.after.slice(2), ['| Maya| | maya@x.co ', '| Max | @max | m@x.co | too much |']);
  });

  it('writes folders as code where Markdown would change them', () => {
    const table = '| PM | Email | Feature folders |\n|---|---|---|\n| Maya (@maya) | m@x.co | src/a |\n';
    const edited = editRoster(table, [{ line: 3, cells: { folders: ['src/_a_', 'src/b'] } }]);
    assert.equal(edited?.after[2], '| Maya (@maya) | m@x.co | `src/_a_`, `src/b` |');
    const bracketed = editRoster(table, [{ line: 3, cells: { folders: ['app/(my shop)/[locale]'] } }]);
    assert.equal(bracketed?.after[2], '| Maya (@maya) | m@x.co | `app/(my shop)/[locale]` |');
    const plain = editRoster(table, [{ line: 3, cells: { folders: ['src/a-b'], email: ['a_b@x.co'] } }]);
    assert.equal(plain?.after[2], '| Maya (@maya) | a_b@x.co | src/a-b |');
  });

  it('changes nothing but the table, whatever stands around it', () => {
    const words = fc.stringMatching(/^[a-z #>*\r\n-]{0,40}$/);
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = `${before}\n\n${head.join('\n')}\n| Maya | @maya | m@x.co |\n\n${after}`;
        const edited = editRoster(text, [{ line: 'new', cells: { pm: ['Ola'], handle: ['@ola'] } }]);
        if (edited === undefined) return;
        assert.ok(edited.text.startsWith(`${before}\n\n`));
        assert.ok(edited.text.endsWith(`\n\n${after}`));
        assert.equal(
          edited.text.length - text.length,
          edited.after.join('\n').length - edited.before.join('\n').length,
        );
      }),
    );
  });

  it('adds a row to a list that has none yet', () => {
    const text = `## PM zone\n\n${head.join('\n')}\n`;
    const edited = editRoster(text, [{ line: 'new', cells: { pm: ['Ola'], handle: ['@ola'], email: ['o@x.co'] } }]);
    assert.deepEqual(
      readPolicy(edited?.text ?? '')?.roster?.map(({ pm, handles, emails }) => [pm, handles, emails]),
      [['Ola', ['@ola'], ['o@x.co']]],
    );
  });
});
