import type { Change, ChangedFile, FileVersion, RepositorySnapshot } from '../change/change.js';
import type { Policy } from '../policy/policy.js';
import type { DiskCache } from '../git/disk-cache.js';
import { compareFlagFiles } from './compare-flag-files.js';
import { cutWrappers } from './cut-wrappers.js';
import type { Flag, FlagChange, FlagFile, FlagFileProblem } from './flag-change.js';
import { matchFlagFiles } from './match-flag-files.js';

export interface FlagChangeInput {
  readonly policy: Policy;
  readonly change: Change;
  readonly snapshot: RepositorySnapshot;
  /** Caches a parsed file by its blob's id. */
  readonly getOrCompute?: DiskCache['getOrCompute'];
}

/** More flag files than this are not read; those that the change touches come first. */
const mostFiles = 500;

/**
 * The flags of every flag file at the head, and what the change does to them. Files are read in bounded number; what parses them
 * is loaded when the first text has to be parsed. Rejects only where `snapshot` does.
 */
export async function readFlagChange({ policy, change, snapshot, getOrCompute }: FlagChangeInput): Promise<FlagChange> {
  const flagFiles = matchFlagFiles(policy);
  const read = (path: string, version: FileVersion): Promise<FlagFile> => readVersion(path, version, getOrCompute);
  const touched = change.files.filter((file) => flagFiles.matches(file.path));
  const files = await Promise.all(
    touched.map(async ({ path, before, after }, index) => ({
      path,
      before: before && index < mostFiles ? await read(path, before) : undefined,
      after:
        index < mostFiles
          ? after && (await read(path, after))
          : unread(path, 'There are too many flag files here to look at.'),
    })),
  );
  const changed = new Set(touched.map((file) => file.path));
  const { requiredTexts } = flagFiles;
  const listed = await (requiredTexts === undefined
    ? snapshot.paths('head')
    : snapshot.pathsNamed('head', requiredTexts));
  const paths = listed.filter((path) => flagFiles.matches(path)).slice(0, mostFiles);
  const others = await snapshot.read(
    'head',
    paths.filter((path) => !changed.has(path)),
  );
  const unchanged = await Promise.all([...others].map(([path, version]) => read(path, version)));
  const flags = new Map<string, Flag>();
  const definedIn = new Map<string, string[]>();
  const declaredIn = new Map<string, string[]>();
  for (const file of [...files.flatMap(({ after }) => after ?? []), ...unchanged]) {
    for (const flag of file.flags) {
      if (!flags.has(flag.key)) flags.set(flag.key, flag);
      definedIn.set(flag.key, [...(definedIn.get(flag.key) ?? []), file.path]);
      if (flag.stateless) declaredIn.set(flag.key, [...(declaredIn.get(flag.key) ?? []), file.path]);
    }
  }
  const compared = await Promise.all(
    files.map(async (file, index) => {
      const { differences, sharedChanges } = compareFlagFiles(file);
      return { differences: await cutWrappers(file, touched[index] as ChangedFile, differences), sharedChanges };
    }),
  );
  return {
    flags,
    definedIn,
    declaredIn,
    files,
    differences: compared.flatMap(({ differences }) => differences),
    sharedChanges: compared.flatMap(({ sharedChanges }) => sharedChanges),
  };
}

async function readVersion(
  path: string,
  { oid, text }: FileVersion,
  getOrCompute: DiskCache['getOrCompute'] | undefined,
): Promise<FlagFile> {
  if (text === undefined)
    return unread(path, 'The flags of this file could not be read, so nobody can say what changes.');
  if (!/\.(?:ya?ml|json|properties)$/i.test(path))
    return unread(
      path,
      'Flag files can only be read as YAML, JSON or properties, and this one is called none of these (.yaml, .yml, .json, .properties).',
      { foreign: true },
    );
  const parse = async (): Promise<FlagFile> => {
    const { openFlagReader } = await import('./open-flag-reader.js');
    return (await openFlagReader(path))(text).file;
  };
  return oid === undefined || getOrCompute === undefined ? parse() : getOrCompute('flags', `${oid}-${path}`, parse);
}

function unread(path: string, why: string, more: Pick<FlagFileProblem, 'foreign'> = {}): FlagFile {
  const message = `${why} Ask your engineering DRI to make this part of the change.`;
  const problems = [{ message, at: { line: 1, column: 1 }, unparsed: true, ...more }];
  return { path, shape: 'unknown', flags: [], otherEntries: [], problems };
}
