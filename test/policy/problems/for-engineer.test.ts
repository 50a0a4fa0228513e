import assert from 'node:assert/strict';
import { forEngineer } from '../../../src/policy/problems/for-engineer.js';

describe('forEngineer', () => {
  const told = (message: string): string =>
    forEngineer({ severity: 'error', file: 'CLAUDE.md', line: 3, message }).message;

  it('tells an engineer what to do, and not to ask one', () => {
    assert.equal(told('It is not read. Ask an engineer to write it as a list.'), 'It is not read. Write it as a list.');
    assert.equal(told('If it is meant, ask an engineer to call it so.'), 'If it is meant, call it so.');
    assert.equal(
      told(
        'Ask an engineer to mark it with their own handle, or to move it. If not, ask an engineer to put it back, or to drop it.',
      ),
      'Mark it with your own handle, or move it. If not, put it back, or drop it.',
    );
  });

  it('leaves what is asked of people as it is', () =>
    assert.equal(told('Whom to call: ask an engineer.'), 'Whom to call: ask an engineer.'));
});
