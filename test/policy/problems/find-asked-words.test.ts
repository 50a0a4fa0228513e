import assert from 'node:assert/strict';
import { findAskedWords } from '../../../src/policy/problems/find-asked-words.js';
import { readSection } from '../../support/read-policy.js';

const asked = (body: string): readonly (readonly [line: number, message: string])[] =>
  findAskedWords(readSection(body)).map(({ line, message }) => [line, message]);

describe('findAskedWords', () => {
  it('says nothing where nothing is asked', () => {
    assert.deepEqual(asked('PMs can touch:\n\n- `docs/**` (additions only)\n\nPMs cannot touch:\n\n- `lib/**`\n'), []);
  });

  it('says once for all sentences what is asked, with every line and what to write', () => {
    const [[line, message] = [0, ''], ...more] = asked(
      'Anna.\n\nPMs can touch:\n\n- `docs/**`\n\nFridays rest.\n\nHanne.\n',
    );
    assert.deepEqual([line, more], [3, []]);
    assert.match(message, /heeds "Anna\." and what stands on lines 9, 11, since such words may demand something\./u);
    assert.match(message, /begins with "Remark \(@handle\):", with their own handle/u);
  });

  it('says the same of what stands beside paths', () => {
    const [[line, message] = [0, '']] = asked('PMs can touch:\n\n- `docs/**` (in green ink)\n- `a/**` (in blue ink)\n');
    assert.equal(line, 5);
    assert.match(message, /whether "in green ink" and what stands on line 6 holds on every change/u);
  });

  it('says of one line nothing more', () => {
    assert.match(
      String(asked('PMs can touch:\n\n- `docs/**`\n\nFridays rest.\n')[0]?.[1]),
      /heeds "Fridays rest\.", since/u,
    );
  });
});
