import { commands, Disposable, window } from 'vscode';
import { audienceOf } from '../sessions/audience.js';
import { logErrors } from '../ui/log-errors.js';
import type { Services } from '../services/services.js';
import { readSettings } from '../ui/editor-settings.js';

/** The steps completed once, in any repository. */
const storageKey = 'weekOne';
const keys = ['pmZone.knowsHer', 'pmZone.planWritten', 'pmZone.planSignedOff', 'pmZone.wordsChanged'] as const;
type WeekOneKey = (typeof keys)[number];

/** Milliseconds: the visible views come first. */
const readDelay = 3000;
/** Milliseconds until VS Code, which loads walkthroughs when the first is shown, has loaded this one. */
const flashDelays = [300, 1500];

/**
 * Completes the steps of the walkthrough by context keys: what was done shows in the change, whichever way it was done. Until all
 * steps were done once, the change is read also while no view shows it, some time after a file or git changed.
 *
 * VS Code never completes a step whose key is already on when it loads the walkthrough. So a key is on for a moment only: when
 * something was done, and when a walkthrough is shown.
 */
export function registerWalkthroughProgress({ changes, context, current, log }: Services): Disposable {
  const { globalState } = context;
  const active = new Set<WeekOneKey>();
  const done = new Set(keys.filter((key) => namesIn(globalState.get(storageKey)).includes(key)));
  let timer: NodeJS.Timeout | undefined;
  const timers = new Set<NodeJS.Timeout>();
  const set = (key: WeekOneKey, value: boolean): void => {
    if (active.has(key) === value) return;
    if (!value) {
      active.delete(key);
      return;
    }
    active.add(key);
    flash(key);
    if (done.has(key)) return;
    done.add(key);
    void globalState.update(storageKey, [...done]);
  };
  const isOver = (): boolean => done.size === keys.length;
  const follow = (): void => {
    const myChange = changes.latest();
    const plan = myChange?.plan.plan;
    const code = myChange?.change.files.filter(({ path }) => !myChange.planPaths.includes(path)) ?? [];
    set('pmZone.knowsHer', audienceOf(current.session()?.state, readSettings()) === 'pm');
    set('pmZone.planWritten', plan?.gaps.length === 0);
    set('pmZone.planSignedOff', myChange?.plan.onBase?.status === 'Approved' || plan?.doc.status === 'Approved');
    set('pmZone.wordsChanged', code.length > 0);
  };
  const readLater = (): void => {
    clearTimeout(timer);
    if (isOver()) return;
    timer = setTimeout(() => {
      changes.read().catch(logErrors(log));
    }, readDelay);
  };
  const onShown = (): void => {
    if (!mayShowWalkthrough()) return;
    for (const milliseconds of flashDelays) {
      const later = setTimeout(() => {
        timers.delete(later);
        active.forEach(flash);
      }, milliseconds);
      timers.add(later);
    }
  };
  follow();
  readLater();
  onShown();
  return Disposable.from(
    changes.onDidChange(follow),
    current.onDidChange(follow),
    changes.onDidInvalidate(readLater),
    window.tabGroups.onDidChangeTabs(onShown),
    new Disposable(() => {
      clearTimeout(timer);
      for (const later of timers) clearTimeout(later);
    }),
  );
}

/** A walkthrough's tab has no input that extensions could tell it by. */
function mayShowWalkthrough(): boolean {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  return tab !== undefined && tab.input === undefined;
}

function flash(key: WeekOneKey): void {
  void commands.executeCommand('setContext', key, true).then(() => commands.executeCommand('setContext', key, false));
}

/** The stored value, written by whatever version. */
function namesIn(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? stored : [];
}
