import assert from 'node:assert/strict';
import { gatherConfirmations } from '../../src/editor/review/gather-confirmations.js';

describe('confirmations that follow each other fast', () => {
  /** Each recording waits until it is let go. */
  function record(): {
    readonly confirm: ReturnType<typeof gatherConfirmations>;
    readonly recorded: string[];
    readonly letGo: (error?: Error) => Promise<void>;
  } {
    const recorded: string[] = [];
    const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
    const confirm = gatherConfirmations((content, words) => {
      recorded.push(`${content}: ${[...words].map(([item, isTrue]) => `${isTrue ? '+' : '-'}${item}`).join(' ')}`);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    });
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const letGo = async (error?: Error): Promise<void> => {
      await turn();
      const next = waiting.shift();
      if (error) next?.reject(error);
      else next?.resolve();
      await turn();
    };
    return { confirm, recorded, letGo };
  }

  it('are recorded together once the one before is', async () => {
    const { confirm, recorded, letGo } = record();
    const first = confirm('one', ['docs'], true);
    await new Promise((resolve) => setImmediate(resolve));
    const others = [
      confirm('one', ['docs'], true),
      confirm('one', ['ai', 'tests'], true),
      confirm('one', ['docs'], true),
      confirm('one', ['tests'], false),
    ];
    assert.deepEqual(recorded, ['one: +docs']);
    await letGo();
    await first;
    assert.deepEqual(recorded, ['one: +docs', 'one: +docs +ai -tests']);
    await letGo();
    await Promise.all(others);
    assert.equal(recorded.length, 2);
  });

  it('are never recorded of another content than was shown', async () => {
    const { confirm, recorded, letGo } = record();
    const all = [confirm('one', ['docs'], true), confirm('two', ['ai'], true), confirm('one', ['tests'], true)];
    for (let each = 0; each < all.length; each++) await letGo();
    await Promise.all(all);
    assert.deepEqual(recorded, ['one: +docs', 'two: +ai', 'one: +tests']);
  });

  it('go on where one could not be recorded, and say so to who asked for it', async () => {
    const { confirm, recorded, letGo } = record();
    const refused = assert.rejects(confirm('one', ['docs'], true), /git is busy/);
    await letGo(new Error('git is busy'));
    await refused;
    const next = confirm('one', ['docs'], true);
    await letGo();
    await next;
    assert.deepEqual(recorded, ['one: +docs', 'one: +docs']);
  });
});
