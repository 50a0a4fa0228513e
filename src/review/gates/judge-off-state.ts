import type { JSXOpeningElement } from '@babel/types';
import type { ChangedFile } from '../../change/change.js';
import { once } from '../../git/once.js';
import { indexLines, type Position } from '../../text/index-lines.js';
import { isCode, isFrame, isProgram } from './code-text.js';
import { createFileMemory } from './file-memory.js';
import { nameOf, type FlagNames } from './flag-sense.js';
import { compareOffStates, type OffDifference } from './off-state/compare-off-states.js';
import { findOtherWait } from './off-state/compare-dependencies.js';
import { isOpened as isOpenedUp } from './opened/is-opened.js';
import { findOtherAsker } from './off-state/find-other-asker.js';
import { readOffState, type OffState, type OffStateInput, type OffToken } from './off-state/read-off-state.js';
import { createNamesAnswer, createNamesKey } from './names-key.js';
import { findOpenedQuestion } from './opened/find-opened-question.js';
import { isIn, newConditions, newTextConditions, type Texts } from './opened/new-conditions.js';
import { differsInNotesOnly } from './off-state/blank-notes.js';
import { readFrameParts } from './off-state/read-frame-parts.js';
import { readTextOffState, type TextOffState } from './off-state/read-text-off-state.js';
import { listsFlags } from './reports/declares-flag-only.js';
import { isShownWhereOn } from './read-flag-scenes.js';
import type { Region } from './gated-regions.js';
import { rangeOf } from './range-of.js';
import { readScenes, type ReadScenes } from './read-scenes.js';

/** How a program differs while the flag is off from what it was before the change. */
export interface OffChange extends Omit<OffDifference, 'at'> {
  /** In the new text; lines and columns from 1. */
  readonly at: Position;
  /** Is anything in it known to depend on the flag? */
  readonly asks: boolean;
  /** Does it name the flag in a way that may ask for it? */
  readonly namesFlag?: boolean;
  /** Whether the flag is on or not, it comes to the same. */
  readonly decidesNothing?: true;
  /** What stood behind the flag is there for everyone now: the question was taken away or turned round. */
  readonly isOpened?: boolean;
}

/** Larger programs are not followed. */
const longest = 300_000;

/**
 * Is a changed program while the flag is off what it was before the change? `same` is a proof of it, which only a syntax tree gives, or that nothing but comments differ; `undefined` where nobody can tell,
 * as of one that is new. `isChanged`: whether the change touches what an import of the program names.
 */
export async function judgeOffState(
  { path, before, after }: ChangedFile,
  names: FlagNames,
  isChanged: (module: string) => boolean = () => false,
): Promise<'same' | OffChange | undefined> {
  const [old, now] = [before?.text, after?.text];
  if (now === undefined || Math.max(old?.length ?? 0, now.length) > longest) return undefined;
  const found = await judge(path, old, now, names, isChanged);
  if (found === 'same' || found === undefined || old === undefined || !isProgram(path) || listsFlags.test(path))
    return found;
  const namesKey = createNamesKey(names.keys);
  const opened = found.isOpened === true ? undefined : findOpenedQuestion({ before: old, now }, namesKey);
  return opened === undefined ? found : { ...found, isOpened: true, at: indexLines(now)(opened) };
}

function createTexts(before: string, now: string, keys: ReadonlySet<string>): Texts {
  return { before, now, isOfFlag: createNamesAnswer(now, createNamesKey(keys)) };
}

async function judge(
  path: string,
  old: string | undefined,
  now: string,
  names: FlagNames,
  isChanged: (module: string) => boolean,
): Promise<'same' | OffChange | undefined> {
  if (isCode(path) && !isFrame(path)) return judgeScript(path, old, now, names, isChanged);
  if (old !== undefined && isProgram(path) && differsInNotesOnly(path, old, now)) return 'same';
  const frame = isFrame(path) && old !== undefined ? await judgeFrame(path, old, now, names) : undefined;
  if (frame !== undefined) return frame;
  return isProgram(path) && old !== undefined ? judgeText(path, old, now, names.keys) : undefined;
}

/** Has a new program that names the flag neither words nor elements for people while it is off? */
export async function isSilentWhileOff({ path, after }: ChangedFile, names: FlagNames): Promise<boolean> {
  // What was not read, or does not parse, names no flag.
  const { text } = after as { readonly text: string };
  const isOfFlag = (word: string): boolean => names.keys.has(word.replace(/^"|"$/g, ''));
  if (text.length > longest) return false;
  if (isFrame(path)) {
    const { tokens, asks } = readTextOffState(path, text, names.keys);
    return asks && tokens.every((token) => !token.isSeen);
  }
  const read = (await readScenes(path, text, names)) as ReadScenes;
  return readOff(read, names, false).tokens.every((token) => !token.isSeen || isOfFlag(token.text));
}

/** Where a program that is new, and does not ask for the flag, has words and elements that people see for certain wherever it is drawn. */
export async function seenPlaces({ path, after }: ChangedFile, names: FlagNames): Promise<readonly number[]> {
  const text = after?.text ?? '';
  const read = text.length > longest || isFrame(path) ? undefined : await readScenes(path, text, names);
  return read === undefined ? [] : readOff(read, names, false).tokens.flatMap(({ isSure, at }) => (isSure ? [at] : []));
}

/** Without a syntax tree nothing is proven: what differs for everyone can be found, and the rest is left to an engineer. */
function judgeText(path: string, old: string, now: string, keys: ReadonlySet<string>): OffChange {
  const [was, is] = [readTextOffState(path, old, keys), readTextOffState(path, now, keys, old)];
  const difference = compareOffStates(was.tokens, is.tokens) ?? nothing;
  return {
    ...placed(difference, now, newTextConditions(path, createTexts(old, now, keys))),
    ...openedText(path, old, was, is),
  };
}

/** Whether it still asks, and whether what stood behind its question is there for everyone now. */
function openedText(
  path: string,
  old: string,
  was: TextOffState,
  is: TextOffState,
): Pick<OffChange, 'asks' | 'isOpened'> {
  const wasOn = (): readonly OffToken[] => readTextOffState(path, old, new Set()).tokens;
  return {
    asks: is.asks,
    isOpened: was.asks && isOpenedUp({ wasOn: wasOn(), wasOff: was.tokens, isOff: is.tokens }),
  };
}

/** A difference by its place in the text, without what may be behind the flag by another name. */
function placed<T extends OffDifference>(
  difference: T,
  now: string,
  doubtful: readonly Region[],
): T & { readonly at: Position } {
  const sure = difference.sure.filter((at) => !isIn(doubtful, at));
  return { ...difference, sure, at: indexLines(now)(Math.min(sure[0] ?? difference.at, now.length)) };
}

/** The same of a frame whose scripts parse: nothing is proven, since its markup has no syntax tree. */
async function judgeFrame(path: string, old: string, now: string, names: FlagNames): Promise<OffChange | undefined> {
  const [was, is] = [await readFrameParts(path, old, names), await readFrameParts(path, now, names)];
  if (was === undefined || is === undefined) return undefined;
  const script = compareOffStates(
    readOff(was.script, names, false, { after: is.script.program }).tokens,
    readOff(is.script, names, false, { before: was.script.program }).tokens,
  );
  const markup = compareOffStates(was.markup, is.markup);
  const found = [markup, script].find((each) => each !== undefined && each.sure.length > 0) ?? markup ?? script;
  const difference = { ...nothing, ...found, isEntries: false };
  const texts = createTexts(old, now, names.keys);
  const doubtful = [
    ...newTextConditions(path, texts),
    ...newConditions(is.script.program, texts, is.script.scenes.sense),
  ];
  const [wasText, isText] = [old, now].map((text) => readTextOffState(path, text, names.keys)) as [
    TextOffState,
    TextOffState,
  ];
  return { ...placed(difference, now, doubtful), ...openedText(path, old, wasText, isText), asks: is.asks };
}

async function judgeScript(
  path: string,
  old: string | undefined,
  now: string,
  names: FlagNames,
  isChanged: (module: string) => boolean,
): Promise<'same' | OffChange | undefined> {
  const is = await readScenes(path, now, names);
  if (is === undefined) return undefined;
  const was = old === undefined ? undefined : await readScenes(path, old, names, createFileMemory());
  const [silentNow, silentBefore] = [await findSilent(path, is, names), await findSilent(path, was, names)];
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
  if (isIdle && !wasIdle()) return { ...nothing, at: indexLines(now)(first[0]), asks, decidesNothing: true };
  if (was === undefined) return undefined;
  const wasOff = read(was, false);
  const difference = compareOffStates(wasOff.tokens, isOff().tokens);
  const asked = was.scenes.gated.length > 0;
  const namesFlag = is.scenes.asks || is.scenes.misread;
  if (difference !== undefined) {
    // Who takes the question away shows to everyone what stood behind it.
    const isOpened =
      asked && isOpenedUp({ wasOn: read(was, true).tokens, wasOff: wasOff.tokens, isOff: isOff().tokens });
    const doubtful = newConditions(is.program, createTexts(old as string, now, names.keys), is.scenes.sense);
    return { ...placed(difference, now, doubtful), asks, namesFlag, isOpened };
  }
  if (steering(now) !== steering(old)) return { ...nothing, at: { line: 1, column: 1 }, asks };
  const other =
    findOtherWait(
      { hooks: wasOff.hooks, text: old as string, sense: was.scenes.sense },
      { hooks: isOff().hooks, text: now, sense: is.scenes.sense },
    ) ?? findOtherAsker(was.program, is.program, is.scenes.sense, isChanged);
  return other === undefined ? 'same' : { ...nothing, at: indexLines(now)(rangeOf(other)[0]), asks };
}

/** No difference that anybody is known to see. */
const nothing = { at: 0, sure: [], isEntries: false } as const;

function readOff(
  { program, scenes }: ReadScenes,
  names: FlagNames,
  isOn: boolean,
  other: Pick<OffStateInput, 'before' | 'after' | 'isSilent'> = {},
): OffState {
  return readOffState({
    program,
    scenes,
    isOn,
    ...other,
    isShownWhereOn: (opening) => isShownWhereOn(opening, names.keys),
    properties: names.properties ?? new Set<string>(),
  });
}

/** Which elements are of components that draw nothing while the flag is off, by what a program imports. */
async function findSilent(
  path: string,
  read: ReadScenes | undefined,
  { silentIn }: FlagNames,
): Promise<(opening: JSXOpeningElement) => boolean> {
  const local = new Set<string>();
  for (const statement of read?.program.body ?? []) {
    if (statement.type !== 'ImportDeclaration' || !statement.source.value.startsWith('.')) continue;
    const silent = (await silentIn?.(path, statement.source.value)) ?? [];
    for (const each of statement.specifiers) {
      if (each.type === 'ImportNamespaceSpecifier') continue;
      const name = each.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(each.imported);
      if (name !== undefined && silent.includes(name)) local.add(each.local.name);
    }
  }
  return ({ name }) => name.type === 'JSXIdentifier' && local.has(name.name);
}

/** Comments that steer how a program is built. */
function steering(text: string | undefined): string {
  return (text?.match(/@jsx\w*[^\n*]*|@vite-ignore|[@#]__[A-Z_]+__|webpack[A-Z]\w+:[^\n*]*/g) ?? []).join('\n');
}
