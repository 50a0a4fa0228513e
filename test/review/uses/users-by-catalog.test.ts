import assert from 'node:assert/strict';
import type { UsedText } from '../../../src/review/uses/text-uses.js';
import { usersByCatalog } from '../../../src/review/uses/users-by-catalog.js';
import { processorTime } from '../../support/processor-time.js';

const place = (path: string) => ({ path, at: 0, end: 1 });
const text = (sure: readonly string[], possible: readonly string[] = [], searched = true, catalog = 'en.json') =>
  ({
    file: { path: catalog },
    uses: { sure: sure.map(place), possible: possible.map(place), searched },
  }) as unknown as UsedText;

describe('usersByCatalog', () => {
  it('has who surely asks, one of whom is enough, and each who only may', () => {
    const texts = [text(['a', 'b', 'a'], ['c']), text([], ['c', 'd', 'c']), text([]), text([], ['e'], false)];
    assert.deepEqual([...usersByCatalog({ texts })], [['en.json', [['a', 'b'], ['c'], ['d'], ['e'], []]]]);
  });

  it('has no catalog that nobody surely asks for', () =>
    assert.equal(usersByCatalog({ texts: [text([], ['a']), text([])] }).size, 0));

  it('takes no longer for each of many texts', () => {
    const texts = Array.from({ length: 100_000 }, () => text(['a']));
    const begun = processorTime();
    assert.equal(usersByCatalog({ texts }).get('en.json')?.length, 100_000);
    assert.ok(processorTime() - begun < 2000);
  }).timeout(60_000);
});
