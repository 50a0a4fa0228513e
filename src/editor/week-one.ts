import { commands, Disposable } from 'vscode';
import { logTo } from './log-to.js';
import type { Parts } from './parts.js';

/** What she has done of it once, in any repository. */
const memory = 'weekOne';
const keys = ['pmZone.planWritten', 'pmZone.planSignedOff', 'pmZone.wordsChanged'] as const;
type Key = (typeof keys)[number];

/** Milliseconds: what she looks at comes first. */
const waits = 3000;

/**
 * Keeps the context keys that complete the steps of the walkthrough: what she has done is seen in her change, whichever way she did it.
 * Until she has done all of it once, her change is read also while no view shows it, some time after a file or git changed.
 */
export function registerWeekOne({
  changes,
  log,
  context: { globalState },
}: Pick<Parts, 'changes' | 'log' | 'context'>): Disposable {
  const published = new Map<Key, boolean>();
  const done = new Set(keys.filter((key) => namesIn(globalState.get(memory)).includes(key)));
  let timer: NodeJS.Timeout | undefined;
  const publish = (key: Key, value: boolean): void => {
    if (published.get(key) === value) return;
    published.set(key, value);
    void commands.executeCommand('setContext', key, value);
    if (!value || done.has(key)) return;
    done.add(key);
    void globalState.update(memory, [...done]);
  };
  const isOver = (): boolean => done.size === keys.length;
  const follow = (): void => {
    const mine = changes.now();
    const plan = mine?.plan.plan;
    const code = mine?.change.files.filter(({ path }) => !mine.planPaths.includes(path)) ?? [];
    publish('pmZone.planWritten', plan?.gaps.length === 0);
    publish('pmZone.planSignedOff', mine?.plan.onBase?.status === 'Approved' || plan?.doc.status === 'Approved');
    publish('pmZone.wordsChanged', code.length > 0);
  };
  const readLater = (): void => {
    clearTimeout(timer);
    if (isOver()) return;
    timer = setTimeout(() => {
      changes.read().catch(logTo(log));
    }, waits);
  };
  follow();
  readLater();
  return Disposable.from(
    changes.onDidChange(follow),
    changes.onDidTouch(readLater),
    new Disposable(() => clearTimeout(timer)),
  );
}

/** What was remembered, by whatever version. */
function namesIn(remembered: unknown): readonly unknown[] {
  return Array.isArray(remembered) ? remembered : [];
}
