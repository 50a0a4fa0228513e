import { createHash } from 'node:crypto';
import type { WordsLanguage, WordsPart } from './words.js';

/** The same for the same part in the next version of the page. */
export function partId({ path, keyPath, arm }: Pick<WordsPart, 'path' | 'keyPath' | 'arm'>): string {
  return `part-${shortHash([path, keyPath, arm])}`;
}

/** The same for the same language in the next version of the page, whichever come before it. */
export function languageId({ path }: WordsLanguage): string {
  return `language-${shortHash(path)}`;
}

function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
