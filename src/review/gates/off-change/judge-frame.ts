import type { FlagNames } from '../flag-sense.js';
import { compareOffStates } from '../off-state/compare-off-states.js';
import { readFrameParts } from '../off-state/read-frame-parts.js';
import { readTextOffState, type TextOffState } from '../off-state/read-text-off-state.js';
import { newConditions, newTextConditions } from '../opened/new-conditions.js';
import { findOtherAsker } from '../off-state/find-other-asker.js';
import { compareTexts } from './compare-texts.js';
import { createTexts, openedText } from './judge-text.js';
import { noDifference, type OffChange } from './off-change.js';
import { placeDifference } from './place-difference.js';
import { readOff } from './read-off.js';

/** How a frame differs whose scripts parse: they are compared by their syntax trees, its markup by lines; `undefined` where they do not parse. */
export async function judgeFrame(
  path: string,
  old: string,
  now: string,
  names: FlagNames,
  isChanged: (module: string) => boolean,
): Promise<'same' | OffChange | undefined> {
  const [was, is] = [await readFrameParts(path, old, names), await readFrameParts(path, now, names)];
  if (was === undefined || is === undefined) return undefined;
  const script = compareOffStates(
    readOff(was.script, names, false, { after: is.script.program }).tokens,
    readOff(is.script, names, false, { before: was.script.program }).tokens,
  );
  const isSame = script === undefined && compareTexts(path, old, now, names.keys) === 'same';
  const { program, scenes } = is.script;
  if (isSame && findOtherAsker(was.script.program, program, scenes.sense, isChanged) === undefined) return 'same';
  const markup = compareOffStates(was.markup, is.markup);
  const found = [markup, script].find((each) => each !== undefined && each.sure.length > 0) ?? markup ?? script;
  const difference = { ...noDifference, ...found, isEntries: false };
  const texts = createTexts(old, now, names.keys);
  const doubtful = [...newTextConditions(path, texts), ...newConditions(program, texts, scenes.sense)];
  const [wasText, isText] = [old, now].map((text) => readTextOffState(path, text, names.keys)) as [
    TextOffState,
    TextOffState,
  ];
  return { ...placeDifference(difference, now, doubtful), ...openedText(path, old, wasText, isText), asks: is.asks };
}
