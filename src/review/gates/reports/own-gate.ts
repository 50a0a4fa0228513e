import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import { classifyFile } from '../../../change/classify-file.js';
import { isPicture } from '../../../change/is-picture.js';
import { findFlagUse } from '../find-flag-use.js';
import { isProgram, mentionsKey } from '../code-text.js';

/** Words in a catalog, which belong to the code that asks for them. */
export function isCopy(path: string): boolean {
  return locateCatalog(path) !== undefined && !isProgram(path);
}

/** Programs ask for the flag themselves; lists of events belong to a feature as its words do. */
export function needsOwnGate(path: string): boolean {
  return isProgram(path) && classifyFile(path) !== 'events';
}

/** What is nothing without the programs beside it (design §6). Styles, queries, schemas and data may reach people by a way that nobody follows. */
export function belongsToFeature(path: string): boolean {
  return isPicture(path) || belonging.has(classifyFile(path));
}

const belonging: ReadonlySet<string> = new Set(['copy', 'events', 'prompts']);

/** Does a text name one of the flags? */
export function isNamed(text: string, keys: readonly string[]): boolean {
  return keys.some((key) => mentionsKey(text, key) || findFlagUse(text, key) !== undefined);
}
