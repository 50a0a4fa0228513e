import assert from 'node:assert/strict';
import type { DataNode } from '../../src/parsers/data-tree.js';
import { pairParts } from '../../src/flags/reading/wrapper-parts.js';
import { processorTime } from '../support/processor-time.js';

describe('pairParts', () => {
  it('takes no longer for each of very many entries', () => {
    const at = { line: 1, column: 1 };
    const wrapper = (value: string): DataNode =>
      ({
        kind: 'map',
        at,
        merges: [],
        entries: Array.from({ length: 60_000 }, (_, index) => ({
          key: `name${index}`,
          at,
          node: { kind: 'scalar', at, text: value, value, older: value },
        })),
      }) as unknown as DataNode;
    const [before, after] = [wrapper('a'), wrapper('b')];
    const begun = processorTime();
    assert.equal(pairParts(before, after, ['service'])?.length, 60_000);
    assert.ok(processorTime() - begun < 2000);
  }).timeout(120_000);
});
