import { decodePath, joinDiskPath, type BytePath } from '../git-store/byte-path.js';
import { parseKeyedJson } from './parse-keyed-json.js';
import { mergeByKey } from './merge-by-key.js';
import type { KeyQuestion, ConflictOptions } from '../conflict-options.js';
import { readBlobs, withScratchFolder } from '../git-store/git-objects.js';
import type { ParseKeyed } from './keyed-text.js';
import { runGitLine, type Work } from '../work.js';
import type { TreeEntry } from '../git-store/index-entries.js';

/** A file that git could not merge: the common base, the PM's version and main's; a version is `undefined` where the file is not there. */
export interface Conflict {
  readonly name: BytePath;
  readonly base: TreeEntry | undefined;
  readonly yours: TreeEntry | undefined;
  readonly theirs: TreeEntry | undefined;
}

/** The resolution of a conflict: the winning version (`undefined`: the file goes), or an open conflict; `marked` has both sides in it. */
export type ConflictResolution =
  { readonly version: TreeEntry | undefined } | { readonly marked: TreeEntry | undefined };

/** Larger files are not merged by key. */
const longestKeyed = 5 * 2 ** 20;

const open: ConflictResolution = { marked: undefined };

/**
 * Resolves one conflict, by the rule for its kind of file. Writes a merged text into git's store, and nothing else. `origin`: the true
 * base, where it is known better than git knows it.
 */
export async function resolveConflict(
  work: Work,
  conflict: Conflict,
  options: ConflictOptions,
  origin?: TreeEntry,
): Promise<ConflictResolution> {
  const path = decodePath(conflict.name);
  const { yours, theirs } = conflict;
  const base = origin ?? conflict.base;
  if (options.isLocked(path)) return { version: theirs };
  if (origin && origin.oid === yours?.oid) return { version: theirs };
  if (origin && origin.oid === theirs?.oid) return { version: yours };
  const read = options.isKeyed(path) ? await parserFor(path) : undefined;
  if (!read && origin && yours && theirs) {
    const merged = await mergeText(work, [yours.oid, origin.oid, theirs.oid]);
    if (!merged) return open;
    const version = { mode: theirs.mode, oid: merged.oid };
    return merged.marked ? { marked: version } : { version };
  }
  if (!read || !isFile(yours) || !isFile(theirs) || (base && !isFile(base))) return open;
  const names = [yours.oid, theirs.oid, ...(base ? [base.oid] : [])];
  const texts = (await readBlobs(work, names)).map(asText);
  const [mine, other, then] = texts;
  if (mine === undefined || other === undefined || (base && then === undefined)) return open;
  const ask = (question: KeyQuestion) => options.chooseSide({ ...question, path });
  const answers: unknown[] = [];
  const merged = await mergeByKey({ base: then, yours: mine, theirs: other }, read, async (question) => {
    const choice = await ask(question);
    answers.push(choice);
    return choice;
  });
  if (merged !== undefined) {
    const oid = await runGitLine(work, ['hash-object', '-w', '--stdin'], { input: merged });
    return { version: { mode: theirs.mode, oid } };
  }
  if (answers.includes(undefined)) return open;
  const side = await ask({ keys: [], yours: mine, theirs: other });
  return side === undefined ? open : { version: conflict[side] };
}

async function parserFor(path: string): Promise<ParseKeyed | undefined> {
  if (/\.(?:json|arb)$/i.test(path)) return parseKeyedJson;
  if (!/\.ya?ml$/i.test(path)) return undefined;
  const [{ parseYaml }, { parseKeyedYaml }] = await Promise.all([
    import('../../parsers/parse-yaml.js'),
    import('./parse-keyed-yaml.js'),
  ]);
  return (text) => parseKeyedYaml(text, parseYaml(text));
}

function isFile(version: TreeEntry | undefined): version is TreeEntry {
  return version !== undefined && version.mode.startsWith('100');
}

/** `undefined` where it is too large or not UTF-8. */
function asText(content: Buffer | undefined): string | undefined {
  if (!content || content.length > longestKeyed) return undefined;
  const text = content.toString('utf8');
  return Buffer.from(text).equals(content) ? text : undefined;
}

/**
 * Merges two versions of a text line by line, in git's store alone. All three are blobs' ids, in the order that `git merge-file` has them.
 * Returns the text's id, and whether marks of both sides are in it; `undefined` for what is no text, or cannot be read.
 */
function mergeText(
  work: Work,
  sides: readonly [yours: string, base: string, theirs: string],
): Promise<{ readonly oid: string; readonly marked: boolean } | undefined> {
  return withScratchFolder(work, async (folder) => {
    const places: string[] = [];
    for (const blob of await readBlobs(work, sides)) {
      if (!blob) return undefined;
      const place = `${folder}/${places.length}`;
      await work.disk.write(joinDiskPath(place), blob, 'file');
      places.push(place);
    }
    const labels = ['yours', 'before', 'theirs'].flatMap((label) => ['-L', label]);
    const { code, output } = await work.run(['merge-file', '-p', '-q', ...labels, ...places]);
    // The code counts the places that are left; from 128 on it is an error, as for binary files.
    if (code > 127) return undefined;
    const oid = await runGitLine(work, ['hash-object', '-w', '--stdin'], { input: output });
    return { oid, marked: code > 0 };
  });
}
