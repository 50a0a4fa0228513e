import { compareShapes } from '../../catalogs/compare-shapes.js';
import { findTokens, type Dialect } from '../../catalogs/find-tokens.js';
import { readMessageShape, type ReadIcu } from '../../catalogs/message-shape.js';
import type { CatalogEntry } from '../../catalogs/catalog.js';
import { joinSome } from '../../text/join-words.js';

/** How the texts of a family are written. */
export interface Manner {
  readonly dialect: Dialect;
  readonly readIcu: ReadIcu | undefined;
}

/** In a sentence, with the placeholders that are missing. */
export interface Trouble {
  readonly why: string;
  readonly lost: readonly string[];
}

/**
 * Why `value` cannot take a text's place, in a sentence: it does not parse, lacks a placeholder or case, or has one that nothing fills.
 * What another language (`others`), or the file by now (`known`), has may be put in, and what no language has may be taken out.
 */
export function findTrouble(
  entry: CatalogEntry,
  value: string,
  others: readonly string[],
  { dialect, readIcu }: Manner,
  known: readonly string[] = [],
): Trouble | undefined {
  const [was, is] = [entry.value, value].map((text) => readMessageShape(text, dialect, readIcu)) as [Shape, Shape];
  if (is.problem !== undefined && was.problem === undefined)
    return told([`The app could not show it: ${is.problem.message}.`, is.problem.advice].filter(Boolean).join(' '));
  const difference = compareShapes(entry, is, was, undefined, true);
  if (difference === undefined) return undefined;
  const elsewhere = others.map((text) => readMessageShape(text, dialect, readIcu).placeholders);
  const isElsewhere = (name: string): boolean => elsewhere.some((names) => names.has(name));
  const lost = difference.missing.filter((name) => elsewhere.length === 0 || isElsewhere(name));
  if (lost.length > 0) return lostTrouble(lost);
  const already = known.map((text) => readMessageShape(text, dialect, readIcu).placeholders);
  const extra = difference.extra.filter((name) => !isElsewhere(name) && !already.some((names) => names.has(name)));
  if (extra.length > 0)
    return told(
      `${list(extra)} is new here, and nothing would be put in its place. Take it out, or ask an engineer to add it.`,
    );
  const cases = difference.arms.flatMap(({ missing }) => missing);
  return cases.length === 0 ? undefined : told(`The case ${list(cases)} is missing now. Put it back.`);
}

function told(why: string): Trouble {
  return { why, lost: [] };
}

type Shape = ReturnType<typeof readMessageShape>;

/** The same for one case of a plural or select, or the words around it: other cases may have what this one loses. */
export function findArmTrouble(arm: string, kind: string, was: string, is: string): Trouble | undefined {
  // Words for nothing, for one or for two may leave the number out.
  const isFew = /^(?:zero|one|two|=\d+)$/.test(arm);
  const tokens = (text: string): readonly string[] => [
    ...findTokens(text, 'icu'),
    ...((kind === 'plural' || kind === 'ordinal') && !isFew && text.includes('#') ? ['#'] : []),
  ];
  const has = new Set(tokens(is));
  const lost = [...new Set(tokens(was))].filter((name) => !has.has(name) && !(isFew && counts.test(name)));
  return lost.length === 0 ? undefined : lostTrouble(lost);
}

const counts = /^\{(?:count|n|num|number|total)\}$/i;

/** Says that placeholders are missing. */
export function lostTrouble(lost: readonly string[]): Trouble {
  return { why: describeLost(lost), lost };
}

function describeLost(names: readonly string[]): string {
  if (names.every((name) => /^<\/?[\w-]+\s?\/?>$/.test(name)))
    return names.length === 1
      ? `${list(names)} is missing now. It marks a part of the text, such as a link or bold words, so the text has to keep it.`
      : `${list(names)} are missing now. They mark a part of the text, such as a link or bold words, so the text has to keep them.`;
  return names.length === 1
    ? `${list(names)} is missing now. The product puts something in its place, so it has to stand in the text just as it is.`
    : `${list(names)} are missing now. The product puts something in their place, so they have to stand in the text just as they are.`;
}

function list(names: readonly string[]): string {
  return joinSome(
    names.map((name) => `“${name.slice(0, 60)}”`),
    6,
  );
}
