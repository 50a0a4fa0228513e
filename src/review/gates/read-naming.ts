import { escapeExpression } from '../../text/escape-expression.js';
import type { ReviewContext } from '../check.js';
import { isCode, isForeign, isProgram, isTest } from './code-text.js';
import { findFlagUse } from './find-flag-use.js';
import { isDistinct } from './settings/settings-holder.js';
import { createMayHold, wordsOf } from './words-of.js';

/** Programs that name the flag are read up to this number, and their texts are searched for it up to that one. */
const mostPrograms = 400;
const mostSearched = 2000;

export interface NamingPrograms {
  /** Their texts by path. */
  readonly code: ReadonlyMap<string, string>;
  /** How many others hold such a name and were not looked at. */
  readonly left: number;
  /** Do programs in languages that are not read here hold one? */
  readonly isNamedElsewhere: boolean;
}

/**
 * The programs that name a flag by one of these, as they stand at the head, and those of `more`. A common word stands in many programs that have nothing to do
 * with a flag, so that only those are read whose text may mean the flag, what surely does first.
 */
export async function readNaming(
  names: readonly string[],
  more: readonly string[],
  snapshot: ReviewContext['snapshot'],
): Promise<NamingPrograms> {
  const isOwn = (path: string): boolean => isCode(path) && !isTest(path);
  const all = (await snapshot.search(names.map((name) => escapeExpression(name)))) ?? [];
  const found = all.filter((path) => !isForeign(path));
  const own = more.filter(isOwn);
  const others = found.filter((path) => isOwn(path) && !own.includes(path));
  const looked = others.slice(0, mostSearched);
  const texts = await snapshot.read('head', [...own, ...looked]);
  const textOf = (path: string): string => texts.get(path)?.text ?? '';
  const finders = names.map((name) => ({ name, mayHold: createMayHold(name) }));
  const uses = looked.flatMap((path) => {
    const text = textOf(path);
    const words = wordsOf(text);
    const means = finders.map(({ name, mayHold }) => (mayHold(words) ? findFlagUse(text, name) : undefined));
    const isMeant = means.some(Boolean) || names.some((name) => isDistinct(name) && text.includes(name));
    return isMeant ? [{ path, isSure: means.some((use) => use?.isSure === true) }] : [];
  });
  const kept = uses.toSorted((one, other) => Number(other.isSure) - Number(one.isSure)).slice(0, mostPrograms);
  const code = new Map([...own, ...kept.map(({ path }) => path)].map((path) => [path, textOf(path)] as const));
  const isNamedElsewhere = found.some((path) => isProgram(path) && !isCode(path) && !isTest(path));
  return { code, left: others.length - looked.length + uses.length - kept.length, isNamedElsewhere };
}
