import assert from 'node:assert/strict';
import { window } from 'vscode';
import { followConfirmations } from '../../src/editor/commands/latest/follow-confirmations.js';
import type { ItemVerdict } from '../../src/review/review.js';

type Given = Parameters<typeof followConfirmations>[0];

describe('what was confirmed before the latest was brought in', () => {
  const { showInformationMessage } = window;
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    const message = (sentence: string): Promise<undefined> => {
      said.push(sentence);
      return Promise.resolve(undefined);
    };
    Object.assign(window, { showInformationMessage: message });
  });
  afterEach(() => void Object.assign(window, { showInformationMessage }));

  const tell = async (before: readonly ItemVerdict[], after: readonly ItemVerdict[]): Promise<readonly string[]> => {
    const reviewed = (verdicts: readonly ItemVerdict[]): object => ({
      review: { items: verdicts.map((verdict, index) => ({ id: `item-${index}`, verdict, by: 'author' })) },
    });
    const session = {};
    const given: object = {
      current: { session: () => session },
      reviews: { get: () => reviewed(before), run: () => Promise.resolve(reviewed(after)) },
    };
    await followConfirmations(given as Given)();
    return said;
  };

  it('is said to be asked again where it is', async () => {
    assert.match(
      (await tell(['attested', 'attest'], ['attest', 'attest'])).join(),
      /so one thing that you had confirmed/,
    );
    assert.match((await tell(['attested', 'attested'], ['attest', 'attest']))[1] ?? '', /so 2 things that you had/);
  });

  it('is not spoken of where it holds, and where there was none', async () => {
    assert.deepEqual(await tell(['attested', 'attest', 'pass'], ['attested', 'attest', 'pass']), []);
    assert.deepEqual(await tell(['attest'], ['attest']), []);
  });
});
