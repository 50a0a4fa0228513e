import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isApprovalOnly } from '../../src/planning/is-approval-only.js';
import { completePlan, parse } from './plan-texts.js';

const written = (text: string) => ({ text, doc: parse(text) });
const says = (before: string, after: string): boolean => isApprovalOnly(written(before), written(after));

describe('onlyApproves', () => {
  const draft = completePlan().replace(/\*\*Status:\*\* .*/, '**Status:** Draft');
  const with_ = (status: string, text = draft): string => text.replace('Status:** Draft', `Status:** ${status}`);

  it('takes what an approval writes for one', () => {
    const approved = with_('Approved by @erin, 2026-11-09');
    assert.ok(says(draft, approved));
    assert.ok(says(with_('In Review'), approved));
    assert.ok(says(draft, with_('In Review')));
    assert.ok(says(draft, approved.replace('**Flag:**', '**Approved by:** @erin  \n**Flag:**')));
    assert.ok(says(draft, approved.replace(/(## Sign-off\n)[^]*$/, '$1\n- [x] @erin, 2026-11-09\n')));
    assert.ok(says(draft, `\uFEFF${approved.replaceAll('\n', '\r\n')}\r\n`));
    assert.ok(says('# PLANNING: Home\n\nA page.\n', '# PLANNING: Home\n\n**Status:** Approved\nA page.\n'));
  });

  it('takes nothing else for one', () => {
    assert.equal(says(draft, with_('Approved').replace('## Scope', '## Scope of all')), false);
    assert.equal(says(draft, `${with_('Approved')}\n## Notes\n\nMore.\n`), false);
    assert.equal(says(with_('Approved'), draft), false);
    assert.equal(says(with_('Approved'), with_('In Review')), false);
    for (const over of ['Shipped', 'Retired']) {
      assert.equal(says(draft, with_(over)), false);
      assert.equal(says(with_(over), with_('Approved')), false);
    }
  });

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        says(`# PLANNING: x\n\n**Status:** Draft\n${one}`, `# PLANNING: x\n\n**Status:** Approved\n${other}`);
      }),
    );
  });
});
