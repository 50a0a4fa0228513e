import { commands, Disposable } from 'vscode';
import type { Parts } from './parts.js';

interface Needed {
  readonly changes: Pick<Parts['changes'], 'now' | 'keepFresh' | 'onDidChange'>;
  readonly context: { readonly globalState: Pick<Parts['context']['globalState'], 'get' | 'update'> };
}

/** What she has done of it once, in any repository. */
const memory = 'weekOne';
const keys = ['pmZone.planWritten', 'pmZone.planSignedOff', 'pmZone.wordsChanged'] as const;
type Key = (typeof keys)[number];

/** Milliseconds: what she looks at first comes first. */
const waits = 3000;

/**
 * Keeps the context keys that complete the steps of the walkthrough: what she has done is seen in her change, whichever way she did it.
 * Until she has done all of it once, her change is read also while no view shows it.
 */
export function registerWeekOne({ changes, context: { globalState } }: Needed, wait = waits): Disposable {
  const published = new Map<Key, boolean>();
  const done = new Set(keys.filter((key) => namesIn(globalState.get(memory)).includes(key)));
  let held: Disposable | undefined;
  const publish = (key: Key, value: boolean): void => {
    if (published.get(key) === value) return;
    published.set(key, value);
    void commands.executeCommand('setContext', key, value);
    if (!value || done.has(key)) return;
    done.add(key);
    void globalState.update(memory, [...done]);
    if (isOver()) held?.dispose();
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
  follow();
  const timer = setTimeout(() => {
    if (!isOver()) held = changes.keepFresh();
  }, wait);
  return Disposable.from(
    changes.onDidChange(follow),
    new Disposable(() => {
      clearTimeout(timer);
      held?.dispose();
    }),
  );
}

/** What was remembered, by whatever version. */
function namesIn(remembered: unknown): readonly unknown[] {
  return Array.isArray(remembered) ? remembered : [];
}
