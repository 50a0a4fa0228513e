import { findAlike, isSame, mix } from './alike.js';
import { fold } from './fold.js';
import { mayBeKnown } from './name-filter.js';
import type { NameFacts } from './path-facts.js';
import type { IndexState, NameSet } from './path-index.js';
import { countAsked, none, sizeOf, type Folder, type Memory, type NameClass } from './path-memory.js';
import { knowsWhole } from './segment-trie.js';

/** The class of a file's name in a folder, without the patterns that know it whole in just this one. */
export function classify<T>(memory: Memory<T>, { files }: Folder<T>, name: string): NameClass {
  const { names, indexes } = memory;
  countAsked(memory, files, names.files);
  let folded: string | undefined;
  let facts = noFacts;
  if (mayBeKnown(names.files, name, 0, name.length)) {
    folded = fold(name);
    facts = names.ofFile(name, folded);
  }
  let hash = 0;
  let isKnown = facts.hostile !== undefined || facts.control !== undefined;
  const matching = indexes.map(({ paths, folds }, place) => {
    const set = files.sets[place] as NameSet;
    if (set.nodes.length === 0) return none;
    if (folds) folded ??= fold(name);
    const found = paths.byName(set, folds ? (folded as string) : name);
    for (const number of found) hash = mix(mix(hash, place), number);
    isKnown ||= found.length > 0;
    return found;
  });
  const named = isKnown ? classOf(memory, hash, facts, matching) : memory.ordinary;
  // Most names that come before there is a filter never come again.
  if (named !== memory.ordinary || files.filter !== undefined) {
    files.classes.set(name, named);
    memory.size += sizeOf(name);
  }
  return named;
}

const noFacts: NameFacts = { hostile: undefined, control: undefined };

function classOf<T>(
  memory: Memory<T>,
  hash: number,
  { hostile, control }: NameFacts,
  matching: NameClass['matching'],
): NameClass {
  const alike = memory.classes.get(hash);
  const found = findAlike(
    alike,
    (each) =>
      each.hostile === hostile &&
      each.control === control &&
      each.matching.every((numbers, place) => isSame(numbers, matching[place] as readonly number[])),
  );
  if (found !== undefined) return found;
  const made: NameClass = { hostile, control, matching };
  memory.classes.set(hash, { value: made, next: alike });
  return made;
}

/** Whether a pattern knows the file's whole name in just this folder. */
export function knowsLiteral<T>({ indexes }: Memory<T>, { states, literalFiles }: Folder<T>, name: string): boolean {
  for (const place of literalFiles) {
    const { literals } = states[place] as IndexState;
    if (knowsWhole(literals, indexes[place]?.folds === true ? fold(name) : name)) return true;
  }
  return false;
}
