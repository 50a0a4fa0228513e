import { keyPathId } from '../../catalogs/catalog.js';
import { addText } from './add-text.js';
import { findPartTrouble, offer } from './find-part-trouble.js';
import { findTrouble } from './find-trouble.js';
import type { Words, WordsPart } from './words.js';
import { longestValue, writeText, type WrittenText } from './write-text.js';

/** What a page asks to be saved. */
export interface SaveRequest {
  readonly path: string;
  readonly keyPath: string;
  readonly arm: number | undefined;
  /** The mark of the value that the page showed. */
  readonly mark: string;
  readonly text: string;
}

/** Where placeholders are missing, `restored` is what was typed with them back in their places. */
export type SavedWords = WrittenText | { readonly done: false; readonly why: string; readonly restored?: string };

/** Reads a message of the page, which may be anything; `undefined` where it is no such request. */
export function readSaveRequest(message: unknown): SaveRequest | undefined {
  const { kind, path, keyPath, arm, mark, text } = Object(message) as Record<string, unknown>;
  if (kind !== 'save' || typeof path !== 'string' || typeof keyPath !== 'string') return undefined;
  if (typeof mark !== 'string' || typeof text !== 'string') return undefined;
  if (arm !== undefined && arm !== null && typeof arm !== 'number') return undefined;
  return { path, keyPath, arm: arm ?? undefined, mark, text };
}

/** Reads a message of the page that asks how what is typed reads; `undefined` where it is none. */
export function readTypedRequest(message: unknown): SaveRequest | undefined {
  const { kind, ...asked } = Object(message) as Record<string, unknown>;
  return kind === 'read' ? readSaveRequest({ ...asked, kind: 'save' }) : undefined;
}

/** What a page sends for the mark of a text that a language does not have yet. */
export const newMark = 'new';

/** Whether the words have what a request is about: one of their texts, or a language that lacks it. */
export function isAskable(words: Words, request: SaveRequest): boolean {
  return findPart(words, request) !== undefined || lacksText(words, request);
}

function lacksText({ languages, asked }: Words, { path, keyPath, arm, mark }: SaveRequest): boolean {
  if (mark !== newMark || arm !== undefined || keyPath !== keyPathId(asked.path)) return false;
  return languages.some((each) => each.path === path && each.isOpen);
}

/** The part that a request is about, of words as they are now. */
export function findPart({ languages }: Words, { path, keyPath, arm }: SaveRequest): WordsPart | undefined {
  const parts = languages.flatMap((language) => language.parts);
  return parts.find((each) => each.path === path && each.keyPath === keyPath && each.arm === arm);
}

/**
 * The whole file with what the page asks for, or why not. `words` and `file` have to be read after the request came: what was changed
 * in the meantime is not written over, and other parts of the same text are kept as they are now.
 */
export async function saveWords(words: Words, request: SaveRequest, file: string): Promise<SavedWords> {
  if (lacksText(words, request)) return addWords(words, request, file);
  const part = findPart(words, request);
  if (part === undefined) return { done: false, why: 'This text is not in the file any more.' };
  if (part.mark !== request.mark)
    return {
      done: false,
      why: 'It was changed in the file in the meantime. Look at what it says now, then save again.',
    };
  if (request.text.length > longestValue) return { done: false, why: 'It is too long to be written here.' };
  const { entry, start, end, path, keyPath } = part;
  const typed = withLineEnds(request.text, part.value);
  if (typed === undefined) return { done: false, why: 'Its lines end in two ways, which cannot be kept here.' };
  const value = entry.value.slice(0, start) + typed + entry.value.slice(end);
  if (typed.trim() === '') return { done: false, why: 'An empty text would leave a gap in the product.' };
  const trouble = findPartTrouble(words, part, typed);
  if (trouble !== undefined) return { done: false, ...trouble };
  return writeText(path, keyPath, entry.value, value, file);
}

/** Gives a language a text that it does not have. */
async function addWords(words: Words, { path, text }: SaveRequest, file: string): Promise<SavedWords> {
  const { asked, languages, manner, order } = words;
  const typed = withLineEnds(text, asked.value) ?? text;
  const others = languages.flatMap(({ parts }) => parts.map(({ entry }) => entry.value));
  const trouble = typed.trim() === '' ? undefined : findTrouble(asked, typed, others, manner);
  if (trouble !== undefined) return { done: false, ...offer(trouble, asked.value, typed, words) };
  return addText(path, asked.path, typed, order, file);
}

/** A page has lines that end with a line feed. `undefined` where the text has both, so that nobody can tell which is meant. */
function withLineEnds(typed: string, old: string): string | undefined {
  if (!old.includes('\r')) return typed;
  return /\r(?!\n)|(?<!\r)\n/.test(old) ? undefined : typed.replaceAll(/\r?\n/g, '\r\n');
}
