import type { TreeEntry } from '../../git/objects.js';
import { decodePath, joinDiskPath, type BytePath } from '../git-store/byte-path.js';
import { parseKeyedJson } from './parse-keyed-json.js';
import { mergeByKey, type KeyedSides } from './merge-by-key.js';
import type { ChooseSide, KeyQuestion, ConflictOptions, SideChoice } from '../conflict-options.js';
import { readBlobs, withScratchFolder } from '../git-store/git-objects.js';
import type { ParseKeyed } from './keyed-text.js';
import { settleHunks, sideLabels } from './settle-hunks.js';
import { runGitLine, type Work } from '../work.js';

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
  const takenAway = sideThatTookAway({ ...conflict, base });
  if (takenAway !== undefined) {
    const choice = await options.chooseSide({ keys: [], yours: undefined, theirs: undefined, takenAway, path });
    return choice === undefined ? open : { version: choice === 'yours' ? yours : theirs };
  }
  if (!options.isKeyed(path)) return origin ? mergeFromOrigin(work, { origin, yours, theirs }) : open;
  if (!isFile(yours) || !isFile(theirs) || (base && !isFile(base))) return open;
  const names = [yours.oid, theirs.oid, ...(base ? [base.oid] : [])];
  const [mine, other, then] = (await readBlobs(work, names)).map(asText);
  if (mine === undefined || other === undefined || (base && then === undefined)) return open;
  const sides = { base: then, yours: mine, theirs: other };
  const ask = (question: KeyQuestion) => options.chooseSide({ ...question, path });
  const { text } = (await settleByKey(path, sides, ask)) ?? (await settleByLines(work, sides, ask));
  return text === undefined ? open : { version: { mode: theirs.mode, oid: await writeText(work, text) } };
}

/** The side without a file that was there before, and that the other side changed. */
function sideThatTookAway({ base, yours, theirs }: Omit<Conflict, 'name'>): SideChoice | undefined {
  if (!isFile(base)) return undefined;
  if (isFile(yours) && theirs === undefined) return 'theirs';
  return isFile(theirs) && yours === undefined ? 'yours' : undefined;
}

/** Where the true base is known better than git knows it, its lines may merge. */
async function mergeFromOrigin(
  work: Work,
  { origin, yours, theirs }: Pick<Conflict, 'yours' | 'theirs'> & { readonly origin: TreeEntry },
): Promise<ConflictResolution> {
  if (!yours || !theirs) return open;
  const [mine, then, other] = await readBlobs(work, [yours.oid, origin.oid, theirs.oid]);
  const merged = mine && then && other && (await mergeLines(work, [mine, then, other]));
  if (!merged) return open;
  const version = { mode: theirs.mode, oid: await writeText(work, merged.text) };
  return merged.marked ? { marked: version } : { version };
}

/** A text in which everything is settled; without one an answer is missing, or git cannot merge it. */
interface Settled {
  readonly text: string | undefined;
}

/** `undefined` where the keys cannot be matched. */
async function settleByKey(path: string, sides: KeyedSides, ask: ChooseSide): Promise<Settled | undefined> {
  const read = await parserFor(path);
  if (!read) return undefined;
  let unanswered = 0;
  const text = await mergeByKey(sides, read, async (question) => {
    const choice = await ask(question);
    if (choice === undefined) unanswered += 1;
    return choice;
  });
  return text === undefined && unanswered === 0 ? undefined : { text };
}

async function settleByLines(work: Work, { base = '', yours, theirs }: KeyedSides, ask: ChooseSide): Promise<Settled> {
  const sides = [yours, base, theirs] as const;
  const merged = await mergeLines(work, sides);
  const text = merged?.text.toString();
  return { text: text === undefined || merged?.marked !== true ? text : await settleHunks(text, sides, ask) };
}

function writeText(work: Work, text: string | Buffer): Promise<string> {
  return runGitLine(work, ['hash-object', '-w', '--stdin'], { input: text });
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
 * Merges two versions of a text line by line, in the order that `git merge-file` has them: yours, the base, theirs. Says whether marks of both sides are
 * in it; `undefined` for what is no text.
 */
function mergeLines(
  work: Work,
  sides: readonly (string | Buffer)[],
): Promise<{ readonly text: Buffer; readonly marked: boolean } | undefined> {
  return withScratchFolder(work, async (folder) => {
    const places: string[] = [];
    for (const side of sides) {
      const place = `${folder}/${places.length}`;
      await work.disk.write(joinDiskPath(place), Buffer.from(side), 'file');
      places.push(place);
    }
    const labels = sideLabels.flatMap((label) => ['-L', label]);
    const { code, output } = await work.run(['merge-file', '-p', '-q', ...labels, ...places]);
    // The code counts the places that are left; from 128 on it is an error, as for binary files.
    return code > 127 ? undefined : { text: output, marked: code > 0 };
  });
}
