import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What she said of one item, and of which content: `content` is a hash, `at` a moment in ISO 8601. */
export interface Word {
  readonly item: string;
  readonly content: string;
  readonly by: string;
  readonly at: string;
}

/** More words than this are not hers: the oldest go. */
const maxWords = 1000;

/**
 * Her word: one file in git's common directory, the same for the editor, the guard and the command line (design §6). A file that
 * cannot be read or understood holds no word; what it held is then lost only when a new word is given.
 */
export async function readWords(commonDir: string): Promise<readonly Word[]> {
  try {
    const data: unknown = JSON.parse(await readFile(attestationPath(commonDir), 'utf8'));
    return Array.isArray(data) ? data.filter(isWord) : [];
  } catch {
    return [];
  }
}

/** Adds words and replaces older ones for the same item. */
export async function giveWords(commonDir: string, words: readonly Word[]): Promise<void> {
  const given = new Set(words.map((word) => word.item));
  const kept = (await readWords(commonDir)).filter((word) => !given.has(word.item));
  await replaceWords(commonDir, [...kept, ...words]);
}

/** Takes the words for these items away. Where there are none, nothing is written. */
export async function withdrawWords(commonDir: string, items: readonly string[]): Promise<void> {
  const words = await readWords(commonDir);
  const kept = words.filter((word) => !items.includes(word.item));
  if (kept.length < words.length) await replaceWords(commonDir, kept);
}

/** Written beside and renamed, so that the file is whole at any moment. */
async function replaceWords(commonDir: string, words: readonly Word[]): Promise<void> {
  const path = attestationPath(commonDir);
  const beside = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(beside, `${JSON.stringify(words.slice(-maxWords), undefined, 2)}\n`, {
      flag: 'wx',
      mode: 0o600,
    });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

function attestationPath(commonDir: string): string {
  return join(commonDir, 'pm-zone', 'word.json');
}

function isWord(value: unknown): value is Word {
  if (typeof value !== 'object' || value === null) return false;
  const { item, content, by, at } = value as Partial<Record<keyof Word, unknown>>;
  return [item, content, by, at].every((part) => typeof part === 'string');
}
