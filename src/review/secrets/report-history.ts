import type { Change, Commit, FileVersion, RepositorySnapshot } from '../../change/change.js';
import { indexLines } from '../../text/index-lines.js';
import type { Report } from '../check.js';
import { findSecretsInNames, type FindSecrets } from './find-secrets-in-names.js';

/** In UTF-16 units: what is searched of all earlier versions and messages together, four seconds at worst. */
const maxSearched = 32_000_000;
const atOnce = 50;

/** What a commit of the branch holds that is not looked at elsewhere: a version of a file, or itself with its message. */
interface Source {
  readonly oid: string;
  readonly commit: string;
  /** `undefined` for the commit itself. */
  readonly path: string | undefined;
}

interface Found extends Source {
  readonly kind: string;
  readonly value: string;
  readonly line: number;
  /** It stands in a commit above its message, where git keeps who made it. */
  readonly isOfAuthor: boolean;
}

export interface HistoryInput {
  readonly change: Change;
  readonly snapshot: RepositorySnapshot;
  /** Secrets that are reported where they stand at the head. */
  readonly reported: ReadonlySet<string>;
}

/**
 * Secrets that the commits of a change hold, though a later one took them out: in versions of files that are not the last, in
 * messages and in names. Whoever gets the branch gets them all. Work that a merge brought from the base is none of the PM's. What
 * cannot be searched is said.
 */
export async function reportHistory(
  { change, snapshot, reported }: HistoryInput,
  findSecrets: FindSecrets,
  maxLength: number,
): Promise<readonly Report[]> {
  const { found, unsearched } = await search(sourcesOf(change), snapshot, findSecrets, maxLength);
  const names = findSecretsInNames(earlierNames(change), findSecrets);
  const isOld = found.length + names.length === 0 ? () => true : await createIsOld(change, snapshot);
  const values = new Set(reported);
  const held = found.filter(({ value }) => {
    const isNew = !values.has(value) && !isOld(value);
    values.add(value);
    return isNew;
  });
  return [
    ...held.map((each) => reportOf(each, change)),
    ...names
      .filter(({ path }) => !isOld(path))
      .map(({ path, kind }): Report => ({
        message: `The name of the file ${path}, which a commit of this branch has, looks like ${kind}. ${advice(change)}`,
      })),
    ...reportUnsearched(unsearched, change),
  ];
}

/** Each version once, with the oldest commit that has it; none that is reviewed as the base's or the head's. */
function sourcesOf({ commits, files }: Change): readonly Source[] {
  const reviewed = new Set(files.flatMap(({ before, after }) => [before?.oid, after?.oid]));
  const sources = new Map<string, Source>();
  for (const commit of commits) {
    sources.set(commit.oid, { oid: commit.oid, commit: commit.oid, path: undefined });
    for (const { oid, path, isSubmodule } of ownFiles(commit)) {
      if (oid !== undefined && isSubmodule !== true && !reviewed.has(oid) && !sources.has(oid))
        sources.set(oid, { oid, commit: commit.oid, path });
    }
  }
  return [...sources.values()];
}

/** Of a merge what is as in none of its parents: the rest is in other commits, or the base's. */
function ownFiles({ parents, files, madeByMerge }: Commit): Commit['files'] {
  return parents.length > 1 ? (madeByMerge ?? files) : files;
}

async function search(
  sources: readonly Source[],
  snapshot: RepositorySnapshot,
  findSecrets: FindSecrets,
  maxLength: number,
): Promise<{ readonly found: readonly Found[]; readonly unsearched: readonly Source[] }> {
  const found: Found[] = [];
  const unsearched: Source[] = [];
  let left = maxSearched;
  for (let from = 0; from < sources.length; from += atOnce) {
    const some = sources.slice(from, from + atOnce);
    const texts: ReadonlyMap<string, FileVersion> =
      left > 0 ? await snapshot.blobs(some.map(({ oid }) => oid)) : new Map();
    for (const source of some) {
      const text = texts.get(source.oid)?.text;
      if (text === undefined || text.length > Math.min(maxLength, left)) {
        unsearched.push(source);
        // Once something is left out for the amount, nothing more is read.
        if (text !== undefined && text.length <= maxLength) left = 0;
        continue;
      }
      left -= text.length;
      const position = indexLines(text);
      for (const { kind, start, end } of findSecrets(source.path ?? '', text))
        found.push({
          ...source,
          kind,
          value: text.slice(start, end),
          line: position(start).line,
          isOfAuthor: source.path === undefined && start < text.indexOf('\n\n'),
        });
    }
  }
  return { found, unsearched };
}

/** Names that only commits in between have. */
function earlierNames({ commits, files }: Change): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const names = new Set<string>();
  for (const commit of commits) for (const { path } of ownFiles(commit)) if (!known.has(path)) names.add(path);
  return [...names];
}

/** Whether a secret, or a path, was there before the change. */
async function createIsOld(change: Change, snapshot: RepositorySnapshot): Promise<(value: string) => boolean> {
  const paths = [...new Set(change.commits.flatMap(({ files }) => files.map(({ path }) => path)))];
  const base = await snapshot.read('base', paths);
  const texts = [...base.values(), ...change.files.flatMap(({ before }) => before ?? [])].map(({ text }) => text);
  return (value) => base.has(value) || texts.some((text) => text?.includes(value) === true);
}

function reportOf({ kind, path, commit, line, isOfAuthor }: Found, change: Change): Report {
  const id = commit.slice(0, 10);
  const part = isOfAuthor ? 'name or the address of the author' : 'message';
  return path === undefined
    ? { message: `The ${part} of commit ${id} has what looks like ${kind}. ${advice(change)}` }
    : { path, message: `Commit ${id} has what looks like ${kind} in ${path}, line ${line}. ${advice(change)}` };
}

function advice(change: Change): string {
  return `To take it out later does not help: whoever gets this branch gets that commit too. Ask your engineering DRI (the engineer who answers for your changes) to replace it (make it invalid), and do not share your change as it is. ${rebuild(change)}`;
}

function rebuild({ base: { commit } }: Change): string {
  return `Make one new commit of your files as they are now: git reset --soft ${String(commit).slice(0, 10)}, then commit.`;
}

function reportUnsearched(unsearched: readonly Source[], change: Change): readonly Report[] {
  const [first] = unsearched;
  if (first === undefined) return [];
  const others = unsearched.length === 1 ? 'was' : `and ${unsearched.length - 1} more earlier versions were`;
  return [
    {
      severity: 'needs-fix',
      message: `${first.path ?? 'The message'} of commit ${first.commit.slice(0, 10)} ${others} not searched for keys and passwords: it is no text, not here, or too much. Whoever gets this branch gets it too. ${rebuild(change)}`,
    },
  ];
}
