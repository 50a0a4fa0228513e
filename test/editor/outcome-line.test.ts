import assert from 'node:assert/strict';
import { window } from 'vscode';
import { showOutcome } from '../../src/editor/operations/show-outcome.js';
import { createOutcomeLine } from '../../src/editor/services/outcome-line.js';

describe('What came of a routine step', () => {
  it('stands in the status bar in what has room there, and whole in its tooltip', async () => {
    const told: string[] = [];
    const outcomes = { tell: (sentence: string) => void told.push(sentence), dispose: () => undefined };
    await showOutcome({ outcomes }, { done: true, sentence: 'Committed: it. The rest is not.' });
    await showOutcome({ outcomes }, undefined);
    assert.deepEqual(told, ['Committed: it. The rest is not.']);
  });

  it('is one item, cut behind a word, with what would be an icon as text', () => {
    const items: Record<string, unknown>[] = [];
    const { createStatusBarItem } = window;
    const calls: string[] = [];
    const noted = (call: string) => (): void => void calls.push(call);
    const create = (): unknown => items[items.push({ show: noted('show'), dispose: noted('dispose') }) - 1];
    Object.assign(window, { createStatusBarItem: create });
    try {
      const line = createOutcomeLine();
      line.tell('Done.');
      line.tell(`Committed: $(flame) ${'long '.repeat(30)}. More.`);
      line.dispose();
    } finally {
      Object.assign(window, { createStatusBarItem });
    }
    assert.deepEqual(calls, ['show', 'dispose', 'show', 'dispose']);
    assert.equal(items[0]?.['text'], '$(check) Done.');
    assert.match(String(items[1]?.['text']), /^\$\(check\) Committed: \$ \(flame\) (?:long )+long…$/);
    assert.match(String(items[1]?.['tooltip']), /More\.$/);
  });
});
