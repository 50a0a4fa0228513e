import { StatusBarAlignment, l10n, window, type StatusBarItem } from 'vscode';
import { fitLine } from '../../text/fit-line.js';
import { createTimers } from '../ui/timers.js';

/** What came of the last routine step, in the status bar, where nobody has to press anything. */
export interface OutcomeLine {
  /** For a while, or until the next one; what has no room is in the tooltip, and said to a screen reader. */
  readonly tell: (sentence: string) => void;
  readonly dispose: () => void;
}

/** Milliseconds. */
const shownFor = 20_000;
/** Characters. VS Code cuts off what takes more than two fifths of its window, without a sign. */
const longest = 70;

export function createOutcomeLine(): OutcomeLine {
  let item: StatusBarItem | undefined;
  const timers = createTimers();
  return {
    tell: (sentence) => {
      item?.dispose();
      item = window.createStatusBarItem('pmZone.outcome', StatusBarAlignment.Left, 0);
      item.name = l10n.t('PM Zone: What Was Done Last');
      item.text = `$(check) ${fitLine(sentence, longest).replaceAll('$(', '$ (')}`;
      item.tooltip = sentence;
      item.accessibilityInformation = { label: sentence };
      item.show();
      timers.set(shownFor, () => item?.hide());
    },
    dispose: () => {
      timers.dispose();
      item?.dispose();
    },
  };
}
