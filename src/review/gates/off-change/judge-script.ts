import { once } from '../../../git/once.js';
import { indexLines } from '../../../text/index-lines.js';
import { createFileMemory } from '../file-memory.js';
import type { FlagNames } from '../flag-sense.js';
import { findOtherWait } from '../off-state/compare-dependencies.js';
import { compareOffStates } from '../off-state/compare-off-states.js';
import { findOtherAsker } from '../off-state/find-other-asker.js';
import type { OffState } from '../off-state/tokens/read-live-tokens.js';
import { isOpened as isOpenedUp } from '../opened/is-opened.js';
import { newConditions } from '../opened/new-conditions.js';
import { rangeOf } from '../range-of.js';
import { readScenes, type ReadScenes } from '../read-scenes.js';
import { findSilentElements } from './find-silent-elements.js';
import { createTexts } from './judge-text.js';
import { noDifference, type OffChange } from './off-change.js';
import { placeDifference } from './place-difference.js';
import { readOff } from './read-off.js';

/** Compares a program that parses with what it was: `same` is proven; `undefined` where it does not parse, or there is nothing to compare it with. */
export async function judgeScript(
  path: string,
  old: string | undefined,
  now: string,
  names: FlagNames,
  isChanged: (module: string) => boolean,
): Promise<'same' | OffChange | undefined> {
  const is = await readScenes(path, now, names);
  if (is === undefined) return undefined;
  const was = old === undefined ? undefined : await readScenes(path, old, names, createFileMemory());
  const [silentNow, silentBefore] = [
    await findSilentElements(path, is, names),
    await findSilentElements(path, was, names),
  ];
  const read = (each: ReadScenes, isOn: boolean): OffState =>
    readOff(each, names, isOn, {
      ...(each === is ? { before: was?.program, isSilent: silentNow } : { after: is.program, isSilent: silentBefore }),
    });
  const [first] = is.scenes.gated;
  const asks = first !== undefined;
  const [isOff, isOn] = [once(() => read(is, false)), once(() => read(is, true))];
  const isIdle = first !== undefined && compareOffStates(isOn().tokens, isOff().tokens) === undefined;
  const wasIdle = (): boolean =>
    was !== undefined &&
    was.scenes.gated.length > 0 &&
    compareOffStates(read(was, true).tokens, read(was, false).tokens) === undefined;
  const wasOff = was && read(was, false);
  const difference = wasOff && compareOffStates(wasOff.tokens, isOff().tokens);
  // What is taken from those who have the flag, nobody else sees.
  if (isIdle && !wasIdle() && (was === undefined || difference !== undefined))
    return { ...noDifference, at: indexLines(now)(first[0]), asks, decidesNothing: true };
  if (was === undefined || wasOff === undefined) return undefined;
  const asked = was.scenes.gated.length > 0;
  const namesFlag = is.scenes.asks || is.scenes.misread;
  if (difference !== undefined) {
    // Who takes the question away shows to everyone what stood behind it.
    const isOpened =
      asked && isOpenedUp({ wasOn: read(was, true).tokens, wasOff: wasOff.tokens, isOff: isOff().tokens });
    // Where the flag's answer goes somewhere that is not followed, any condition may be about it.
    const known = is.scenes.misread ? '' : (old as string);
    const doubtful = newConditions(is.program, createTexts(known, now, names.keys), is.scenes.sense);
    const isTaken = asks && compareOffStates(wasOff.tokens, isOn().tokens) === undefined;
    return { ...placeDifference(difference, now, doubtful), asks, namesFlag, isOpened, isTaken };
  }
  if (steering(now) !== steering(old)) return { ...noDifference, at: { line: 1, column: 1 }, asks };
  const other =
    findOtherWait(
      { hooks: wasOff.hooks, text: old as string, sense: was.scenes.sense },
      { hooks: isOff().hooks, text: now, sense: is.scenes.sense },
    ) ?? findOtherAsker(was.program, is.program, is.scenes.sense, isChanged);
  return other === undefined ? 'same' : { ...noDifference, at: indexLines(now)(rangeOf(other)[0]), asks };
}

/** Comments that steer how a program is built. */
function steering(text: string | undefined): string {
  return (
    text?.match(/^#![^\n]*|@jsx\w*[^\n*]*|@vite-ignore|[@#]__[A-Z_]+__|(?:web|rs|turbo)pack[A-Z]\w+:[^\n*]*/g) ?? []
  ).join('\n');
}
