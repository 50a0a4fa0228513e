import { compareShapes } from '../../catalogs/compare-shapes.js';
import { readMessageShape } from '../../catalogs/message-shape.js';
import { findArmTrouble, findTrouble, lostTrouble, type Trouble } from './find-trouble.js';
import { restorePlaceholders } from './restore-placeholders.js';
import type { Words, WordsPart } from './words.js';

/** In a sentence; `restored` is what was typed with what is missing put back in its place. */
export interface PartTrouble {
  readonly why: string;
  readonly restored?: string;
}

/**
 * Why `typed` cannot stand in a part's place. It is held against what the part was before the change, whatever the file says by now, or where
 * it said nothing, against its original; a text that is new, against the other languages as well.
 */
export function findPartTrouble(words: Words, part: WordsPart, typed: string): PartTrouble | undefined {
  const { entry, start, end, before, path, keyPath } = part;
  const { manner } = words;
  const value = entry.value.slice(0, start) + typed + entry.value.slice(end);
  const others = words.languages.flatMap(({ parts }) =>
    parts.filter((each) => each.path !== path || each.keyPath !== keyPath),
  );
  const was = { ...entry, value: before?.entry ?? part.original ?? entry.value };
  const wasPart = before?.part ?? part.original ?? part.value;
  // What is not translated yet says nothing of what belongs into a text.
  const texts = others.map((each) => each.entry.value).filter((value) => value.trim() !== '');
  const trouble =
    findTrouble(was, value, texts, manner, [entry.value]) ??
    (part.arm === undefined ? undefined : findArmTrouble(part.form, part.kind, wasPart, typed));
  if (trouble !== undefined) return offer(trouble, wasPart, typed, words);
  return part.isNew === true ? lacksOfOthers(words, part, value, others) : undefined;
}

/** The same trouble with what was typed mended, as far as that can be told. */
export function offer({ why, lost }: Trouble, was: string, typed: string, { manner }: Words): PartTrouble {
  const restored = restorePlaceholders(was, typed, lost, manner.dialect);
  return { why, ...(restored !== undefined && { restored: restored.replace(/\r\n?/g, '\n') }) };
}

/** What each other language has in the same form. */
function lacksOfOthers(
  words: Words,
  part: WordsPart,
  value: string,
  others: readonly WordsPart[],
): PartTrouble | undefined {
  const { dialect, readIcu } = words.manner;
  const [first, ...rest] = others.filter(({ form, arm }) => form === part.form && arm === part.arm);
  if (first === undefined || part.arm !== undefined) return undefined;
  const [is, ...all] = [value, first.value, ...rest.map((each) => each.value)].map((text) =>
    readMessageShape(text, dialect, readIcu),
  ) as [ReturnType<typeof readMessageShape>, ...ReturnType<typeof readMessageShape>[]];
  const locale = words.languages.find(({ parts }) => parts.includes(part))?.locale;
  const [lost = [], ...more] = all.map((shape) => compareShapes(part.entry, is, shape, locale, false)?.missing ?? []);
  const missing = lost.filter((name) => more.every((names) => names.includes(name)));
  return missing.length === 0 ? undefined : offer(lostTrouble(missing), first.value, value, words);
}
