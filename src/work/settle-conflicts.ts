import { pathOf, type Name } from './names.js';
import { readKeyedJson } from './keyed-json.js';
import { mergeByKey, type Choose, type KeyQuestion } from './merge-by-key.js';
import type { ReadKeyed } from './keyed-text.js';
import { mergeText } from './merge-text.js';
import { readBlobs } from './snapshot.js';
import { gitLine, type Work } from './work.js';

/** A version of a file in a merge. */
export interface StageVersion {
  readonly mode: string;
  readonly oid: string;
}

/** A file that git could not merge: what both come from, hers and main's; a version is `undefined` where the file is not there. */
export interface Conflict {
  readonly name: Name;
  readonly base: StageVersion | undefined;
  readonly yours: StageVersion | undefined;
  readonly theirs: StageVersion | undefined;
}

/** How conflicts are settled. */
export interface SettleOptions {
  /** Asked for each key of a catalog or flag file that both changed, and for such a file as a whole where keys cannot be told apart. */
  readonly choose: (question: KeyQuestion & { readonly path: string }) => ReturnType<Choose>;
  /** Files that are merged by key; JSON and YAML by their endings. */
  readonly isKeyed: (path: string) => boolean;
  /** Files in which main's side stands. */
  readonly isLocked: (path: string) => boolean;
  /** Planning docs, by the policy's setting. */
  readonly isPlan: (path: string) => boolean;
}

/** A planning doc, where no policy says otherwise. */
export function isPlanByName(path: string): boolean {
  return /(?:^|\/)PLANNING\.md$/i.test(path);
}

/** Where nothing else is said: nobody is asked. */
export const unasked: SettleOptions = {
  choose: () => Promise.resolve(undefined),
  isKeyed: () => false,
  isLocked: () => false,
  isPlan: isPlanByName,
};

/** What becomes of a conflict: the version that stands (`undefined`: the file goes), or that it stays one; `marked` has both sides in it. */
export type Settled = { readonly version: StageVersion | undefined } | { readonly marked: StageVersion | undefined };

/** Larger files are not merged by key. */
const longestKeyed = 5 * 2 ** 20;

const open: Settled = { marked: undefined };

/**
 * Settles one conflict, by the rule for its kind of file. Writes a merged text into git's store, and nothing else. `origin`: what both
 * really come from, where that is known better than by git.
 */
export async function settleConflict(
  work: Work,
  conflict: Conflict,
  options: SettleOptions,
  origin?: StageVersion,
): Promise<Settled> {
  const path = pathOf(conflict.name);
  const { yours, theirs } = conflict;
  const base = origin ?? conflict.base;
  if (options.isLocked(path)) return { version: theirs };
  if (origin && isSame(origin, yours)) return { version: theirs };
  if (origin && isSame(origin, theirs)) return { version: yours };
  const read = options.isKeyed(path) ? await readerFor(path) : undefined;
  if (!read && origin && yours && theirs) {
    const merged = await mergeText(work, { base: origin.oid, yours: yours.oid, theirs: theirs.oid });
    if (!merged) return open;
    const version = { mode: theirs.mode, oid: merged.oid };
    return merged.marked ? { marked: version } : { version };
  }
  if (!read || !isFile(yours) || !isFile(theirs) || (base && !isFile(base))) return open;
  const names = [yours.oid, theirs.oid, ...(base ? [base.oid] : [])];
  const texts = (await readBlobs(work, names)).map(asText);
  const [mine, other, then] = texts;
  if (mine === undefined || other === undefined || (base && then === undefined)) return open;
  const ask = (question: KeyQuestion) => options.choose({ ...question, path });
  const answers: unknown[] = [];
  const merged = await mergeByKey({ base: then, yours: mine, theirs: other }, read, async (question) => {
    const choice = await ask(question);
    answers.push(choice);
    return choice;
  });
  if (merged !== undefined) {
    const oid = await gitLine(work, ['hash-object', '-w', '--stdin'], { input: merged });
    return { version: { mode: theirs.mode, oid } };
  }
  if (answers.includes(undefined)) return open;
  switch (await ask({ keys: [], yours: mine, theirs: other })) {
    case 'yours':
      return { version: yours };
    case 'theirs':
      return { version: theirs };
    default:
      return open;
  }
}

function isSame(one: StageVersion, other: StageVersion | undefined): boolean {
  return one.oid === other?.oid;
}

async function readerFor(path: string): Promise<ReadKeyed | undefined> {
  if (/\.(?:json|arb)$/i.test(path)) return readKeyedJson;
  if (!/\.ya?ml$/i.test(path)) return undefined;
  const [{ parseYaml }, { readKeyedYaml }] = await Promise.all([
    import('../parsers/yaml.js'),
    import('./keyed-yaml.js'),
  ]);
  return (text) => readKeyedYaml(text, parseYaml(text));
}

function isFile(version: StageVersion | undefined): version is StageVersion {
  return version !== undefined && version.mode.startsWith('100');
}

/** `undefined` where it is too large or not UTF-8. */
function asText(content: Buffer | undefined): string | undefined {
  if (!content || content.length > longestKeyed) return undefined;
  const text = content.toString('utf8');
  return Buffer.from(text).equals(content) ? text : undefined;
}
