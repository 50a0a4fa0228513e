import { isFrame } from '../code-text.js';
import { compareOffStates } from '../off-state/compare-off-states.js';
import type { OffToken } from '../off-state/tokens/read-live-tokens.js';
import { readTextOffState, type TextOffState } from '../off-state/read-text-off-state.js';
import { isOpened } from '../opened/is-opened.js';
import { newTextConditions, type Texts } from '../opened/new-conditions.js';
import { createNamesAnswer, createNamesKey } from '../names-key.js';
import { compareTexts } from './compare-texts.js';
import { noDifference, type OffChange } from './off-change.js';
import { placeDifference } from './place-difference.js';

/** Without a syntax tree only a template is proven, by its lines; what differs for everyone can be found, and the rest is left to an engineer. */
export function judgeText(path: string, old: string, now: string, keys: ReadonlySet<string>): 'same' | OffChange {
  // The scripts of a frame are no lines: where they do not parse, nothing is proven.
  const compared = isFrame(path) ? undefined : compareTexts(path, old, now, keys);
  if (compared === 'same') return 'same';
  const [was, is] = [readTextOffState(path, old, keys), readTextOffState(path, now, keys, old)];
  const difference = compareOffStates(was.tokens, is.tokens) ?? noDifference;
  return {
    ...placeDifference(difference, now, newTextConditions(path, createTexts(old, now, keys))),
    ...openedText(path, old, was, is),
    isTaken: compared === 'behind',
    isAlike: compared === 'alike',
  };
}

/** Whether it still asks, and whether what stood behind its question is there for everyone now. */
export function openedText(
  path: string,
  old: string,
  was: TextOffState,
  is: TextOffState,
): Pick<OffChange, 'asks' | 'isOpened'> {
  const wasOn = (): readonly OffToken[] => readTextOffState(path, old, new Set()).tokens;
  return {
    asks: is.asks,
    isOpened: was.asks && isOpened({ wasOn: wasOn(), wasOff: was.tokens, isOff: is.tokens }),
  };
}

/** Both versions, and which lines of them ask for the flag. */
export function createTexts(before: string, now: string, keys: ReadonlySet<string>): Texts {
  return { before, now, isOfFlag: createNamesAnswer(now, createNamesKey(keys)) };
}
