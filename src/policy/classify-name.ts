import { findAlike, isSame, mix } from './alike.js';
import { countAsked, type NameClass } from './asked-names.js';
import { fold } from './fold.js';
import type { NameSet } from './index-state.js';
import { mayBeKnown } from './scan-name.js';
import type { NameFacts } from './path-facts.js';
import type { Folder } from './known-folders.js';
import { sizeOf, type Memory } from './path-memory.js';

/**
 * The class of a file's name in a folder, without the patterns that know it whole in just this one; `everywhere` is that by what is
 * known of it in every folder.
 */
export function classify<T>(memory: Memory<T>, { files }: Folder<T>, name: string, everywhere: NameClass): NameClass {
  if (files.plain) return everywhere;
  const found = files.classes?.get(name);
  if (found !== undefined) return found;
  const { indexes } = memory;
  memory.size += countAsked(files);
  let folded: string | undefined;
  let matching: (readonly number[])[] | undefined;
  for (let place = 0; place < indexes.length; place += 1) {
    const { nodes } = files.sets[place] as NameSet;
    if (nodes.length === 0) continue;
    const { paths, folds } = indexes[place] as Memory<T>['indexes'][number];
    const numbers = paths.byName(nodes, folds ? (folded ??= fold(name)) : name);
    if (numbers.length === 0) continue;
    matching ??= [...everywhere.matching];
    matching[place] = paths.join(matching[place] as readonly number[], numbers);
  }
  const named = matching === undefined ? everywhere : classOf(memory, everywhere, matching);
  // Most names that come before there is a filter never come again.
  if (named !== memory.ordinary || files.signs?.tell === true || files.filter !== undefined) {
    (files.classes ??= new Map<string, NameClass>()).set(name, named);
    memory.size += sizeOf(name);
  }
  return named;
}

/**
 * The class of a file's name that begins at `start` by what is known of it in every folder; from `ending` on where that is not below 0
 * the name has all that is known of it.
 */
export function classEverywhere<T>(memory: Memory<T>, path: string, start: number, ending: number): NameClass {
  const { classesOf, endings } = memory;
  const known = ending < 0 ? classesOf : endings;
  const key = path.slice(ending < 0 ? start : ending);
  const found = known.get(key);
  if (found !== undefined) return found;
  const named = classifyWidely(memory, ending < 0 ? key : path.slice(start));
  known.set(key, named);
  memory.size += sizeOf(key);
  return named;
}

function classifyWidely<T>(memory: Memory<T>, name: string): NameClass {
  const { names, indexes } = memory;
  let folded: string | undefined;
  let facts = noFacts;
  if (mayBeKnown(names.files, name, 0, name.length)) {
    folded = fold(name);
    facts = names.ofFile(name, folded);
  }
  const matching = indexes.map(({ paths, folds }) =>
    paths.wide.length === 0 ? noNumbers : paths.byName(paths.wide, folds ? (folded ??= fold(name)) : name),
  );
  return classOf(memory, facts, matching);
}

const noFacts: NameFacts = { hostile: undefined, control: undefined };
const noNumbers: readonly number[] = [];

function classOf<T>(
  memory: Memory<T>,
  { hostile, control }: NameFacts,
  matching: readonly (readonly number[])[],
): NameClass {
  let hash = 0;
  let isKnown = hostile !== undefined || control !== undefined;
  for (let place = 0; place < matching.length; place += 1) {
    const numbers = matching[place] as readonly number[];
    for (const number of numbers) hash = mix(mix(hash, place), number);
    isKnown ||= numbers.length > 0;
  }
  if (!isKnown) return memory.ordinary;
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
