import type { Disposable } from 'vscode';
import { commands } from 'vscode';
import type { Parts } from './parts.js';

/**
 * Keeps the context keys that complete the steps of the walkthrough: what she has done is seen in her change, whichever way she did it.
 */
export function registerWeekOne({ changes }: Pick<Parts, 'changes'>): Disposable {
  const published = new Map<string, boolean>();
  const publish = (key: `pmZone.${string}`, value: boolean): void => {
    if (published.get(key) === value) return;
    published.set(key, value);
    void commands.executeCommand('setContext', key, value);
  };
  const follow = (): void => {
    const mine = changes.now();
    const plan = mine?.plan.plan;
    const code = mine?.change.files.filter(({ path }) => !mine.planPaths.includes(path)) ?? [];
    publish('pmZone.planWritten', plan?.gaps.length === 0);
    publish('pmZone.planSignedOff', mine?.plan.onBase?.status === 'Approved' || plan?.doc.status === 'Approved');
    publish('pmZone.wordsChanged', code.length > 0);
  };
  follow();
  return changes.onDidChange(follow);
}
