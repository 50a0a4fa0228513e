import { locateCatalog } from '../../catalogs/locate-catalog.js';
import type { Disk } from '../../git/disk.js';
import type { WordIndex } from './word-index.js';
import { maxFileBytes, extractTexts } from './extract-texts.js';

export interface FillOptions {
  readonly isFlagFile: (path: string) => boolean;
  /** Asked between files; `false` stops. */
  readonly shouldContinue: () => boolean;
  /** Yields to other work. */
  readonly yieldToOthers: () => Promise<void>;
  readonly onProgress: (files: number) => void;
}

/** Files that are read side by side. */
const atOnce = 8;
/** Milliseconds between breaths. */
const slice = 20;

/**
 * Reads files from the working tree into the index, in their order. Returns how many it has dealt with: all, unless it was stopped or
 * the index is full. What cannot be read, is too large or is no text has no words. Never rejects.
 */
export async function fillIndex(
  index: WordIndex,
  disk: Disk,
  paths: readonly string[],
  { isFlagFile, shouldContinue, yieldToOthers, onProgress }: FillOptions,
): Promise<{ readonly files: number; readonly isFull: boolean }> {
  let begun = performance.now();
  for (let at = 0; at < paths.length; at += atOnce) {
    if (!shouldContinue()) return { files: at, isFull: false };
    const batch = paths.slice(at, at + atOnce);
    const texts = await Promise.all(batch.map((path) => readText(disk, path)));
    for (const [place, path] of batch.entries()) {
      const text = texts[place];
      const found = text === undefined ? [] : await extractTexts(path, text, isFlagFile(path));
      if (!index.put(path, found)) return { files: at + place, isFull: true };
      if (performance.now() - begun > slice) {
        onProgress(at + place);
        await yieldToOthers();
        begun = performance.now();
      }
    }
  }
  return { files: paths.length, isFull: false };
}

async function readText(disk: Disk, path: string): Promise<string | undefined> {
  const entry = await disk.read(path, maxFileBytes(path));
  if (entry.kind !== 'file' || entry.content === undefined) return undefined;
  // A sign that does not belong there makes no catalog of thousands of texts unreadable.
  if (entry.content.includes(0) && locateCatalog(path) === undefined) return undefined;
  return entry.content.toString('utf8');
}
