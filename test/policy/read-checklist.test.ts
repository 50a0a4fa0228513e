import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { readChecklist } from '../../src/policy/read-checklist.js';
import { checks } from '../../src/review/checks/list.js';

const read = (text: string) => readChecklist({ path: 'SKILL.md', text }).items;

describe('readChecklist', () => {
  it('reads sections, items and the check that an item names, with lines', () => {
    const items = read('# Review\n\n## Scope ##\r\n\r\n- [ ] In the zone <!-- check: zone -->\r\n* [x] Looks good\n');
    assert.deepEqual(items, [
      { section: 'Scope', text: 'In the zone', check: 'zone', line: 5 },
      { section: 'Scope', text: 'Looks good', check: undefined, line: 6 },
    ]);
  });

  it('takes items before any section for the checklist itself', () => {
    assert.deepEqual(read('+ [ ] One'), [{ section: 'Checklist', text: 'One', check: undefined, line: 1 }]);
  });

  it('reads numbered items, and a check at the end of a long one', () => {
    assert.deepEqual(
      read(`1. [ ] One\n2) [x] ${'x'.repeat(1000)} <!-- check: zone -->`).map(({ text, check }) => [
        text.length,
        check,
      ]),
      [
        [3, undefined],
        [300, 'zone'],
      ],
    );
  });

  it('takes no examples for items: code fences and HTML comments', () => {
    const text =
      '```md\n- [ ] a\n~~~\n- [ ] b\n```\n<!-- hidden\n- [ ] c\n-->\n~~~\n- [ ] d\n~~~\n- [ ] real <!-- unfinished\n- [ ] e -->\n- [ ] last';
    assert.deepEqual(
      read(text).map((item) => item.text),
      ['real <!-- unfinished', 'last'],
    );
  });

  it('names no check for a comment of another form', () => {
    assert.deepEqual(
      read('- [ ] a <!-- check: Zone -->\n- [ ] b <!-- zone -->').map((item) => item.check),
      [undefined, undefined],
    );
  });

  it('cuts what is too much', () => {
    const items = read(`- [ ] ${'x'.repeat(10_000)}\n`.repeat(1000));
    assert.equal(items.length, 200);
    assert.equal(items[0]?.text.length, 300);
  });

  it('throws on no text', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text).every((item) => item.line > 0)));
  });

  it('has a built-in list that names every check', () => {
    const { items } = readChecklist(undefined);
    assert.match(builtInChecklist, /^---\nname: pm-pr-review\ndescription: .+\n---\n/);
    const named = new Set(items.map((item) => item.check));
    assert.deepEqual(
      checks.filter((check) => !named.has(check.id)).map((check) => check.id),
      [],
    );
    for (const check of checks) assert.equal(items.find((item) => item.check === check.id)?.section, check.section);
  });
});
