import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findWaivers } from '../../src/hosts/evidence/find-waivers.js';

describe('waivers in a review', () => {
  const found = (body: string): string =>
    findWaivers(body)
      .waives.map(({ finding, reason }) => `${finding}=${reason}`)
      .join(' ');

  for (const [body, expected] of [
    ['pm-zone waive secrets: an example', 'secrets=an example'],
    ['Good.\r\n\r\npm-zone waive a:b.ts:3: why  \r\npm-zone waive c: d\r\n', 'a:b.ts:3=why c=d'],
    ['```\nx\n```\n\npm-zone waive a: b', 'a=b'],
    ['```\n~~~\n\npm-zone waive a: b\n```', ''],
    ['````\n```\n\npm-zone waive a: b', ''],
    ['- item\n  ```\n\npm-zone waive a: b', ''],
    ['> quoted\npm-zone waive a: b', ''],
    ['text\npm-zone waive a: b', ''],
    ['> pm-zone waive a: b', ''],
    ['    pm-zone waive a: b', ''],
    ['- pm-zone waive a: b', ''],
    ['`pm-zone waive a: b`', ''],
    ['<!--\n\npm-zone waive a: b\n\n-->', ''],
    ['<details>\n\npm-zone waive a: b', ''],
    ['PM-Zone waive a: b', ''],
    ['pm-zone waive a', ''],
    ['pm-zone waive a:', ''],
    ['pm-zone waive a b: c', ''],
    ['pm-zone waive a\u202e: b', ''],
    [`pm-zone waive a: ${'x'.repeat(1001)}`, ''],
    [`pm-zone waive a: b\n${'x'.repeat(100_000)}`, ''],
  ] as const) {
    it(`reads ${JSON.stringify(body.slice(0, 60))} as ${expected === '' ? 'none' : expected}`, () =>
      assert.equal(found(body), expected));
  }

  it('counts the lines that look like one and are none', () => {
    assert.equal(findWaivers('pm-zone waive a\n\n  PM-ZONE waive b: c\n\n```\npm-zone waive d\n```').unclear, 2);
    assert.equal(findWaivers('pm-zone waive a: b').unclear, 0);
  });

  it('are a hundred at most', () => {
    const { waives, unclear } = findWaivers('pm-zone waive a: b\n'.repeat(120));
    assert.deepEqual([waives.length, unclear], [100, 20]);
  });

  it('are found in time whatever the text', () => {
    const part = fc.constantFrom('pm-zone waive ', 'a: ', '```', '\n', '> ', '<', ' ', ':', '~~~', 'x'.repeat(500));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
        const { waives } = findWaivers(parts.join(''));
        assert(waives.every(({ finding, reason }) => finding.length <= 500 && reason.length <= 1000));
      }),
    );
  });
});
