import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatStatement, parseStatement, statementKey } from '../../src/attestations/statement.js';

const content = 'ab12'.repeat(16);
const asTrailer = (line: string): { readonly key: string; readonly value: string } => ({
  key: line.slice(0, line.indexOf(':')),
  value: line.slice(line.indexOf(':') + 2),
});

describe('a statement', () => {
  for (const [item, name] of [
    ['test-plan', 'test-plan'],
    ['Über-die-Übersetzung', 'ber-die-bersetzung'],
    ['日本語', 'item'],
    ['', 'item'],
    ['constructor', 'constructor'],
    ['a\nPM-Zone-Confirms: b', 'a-pm-zone-confirms-b'],
    ['x'.repeat(100), 'x'.repeat(28)],
  ] as const) {
    it(`names ${JSON.stringify(item).slice(0, 40)} ${name}`, () =>
      assert.equal(statementKey(item, content), `${name} v1:${content.slice(0, 48)}`));
  }

  it('is read as it is written, in one line of plain letters and at most 100 of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (item, isGiven) => {
        const statement = { key: statementKey(item, content), isGiven };
        const line = formatStatement(statement);
        assert.match(line, /^[ -~]{1,100}$/);
        assert.deepEqual(parseStatement(asTrailer(line)), statement);
      }),
    );
  });

  it('is nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, value) => {
        assert.equal(parseStatement({ key, value }), undefined);
        assert.equal(parseStatement({ key: 'PM-Zone-Confirms', value }), undefined);
      }),
    );
  });
});
