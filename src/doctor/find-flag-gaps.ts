import type { TrackedPaths } from '../git/list-tracked.js';
import { matchFlagFiles } from '../flags/match-flag-files.js';
import { openFlagReader } from '../flags/open-flag-reader.js';
import type { Policy, PolicyProblem } from '../policy/policy.js';
import type { Revision } from '../policy/revision.js';
import { nearestName } from '../text/nearest-name.js';
import { listPeople } from './list-people.js';

/** Where there are more flag files than these, nobody says that a flag is in none. */
const mostFiles = 100;

/**
 * Flags of the roster that no flag file has: a warning where another is nearly called so, else a note, since a row may name a flag that is still to
 * be made, or one that a service keeps. Nothing is said where a flag file cannot be read.
 */
export async function findFlagGaps(
  policy: Policy,
  { paths }: TrackedPaths,
  revision: Revision,
): Promise<readonly PolicyProblem[]> {
  const people = listPeople(policy).filter(({ revoked, flags }) => revoked !== true && flags.length > 0);
  if (people.length === 0) return [];
  const { matches } = matchFlagFiles(policy);
  const files = paths.filter(matches);
  const keys = await readKeys(files, revision);
  if (keys === undefined) return [];
  const where = files.length === 0 ? 'no file here is taken for one' : describeFiles(files);
  return people.flatMap(({ pm, flags, file, line }) =>
    flags
      .filter((flag) => !keys.has(flag))
      .map((flag): PolicyProblem => {
        const near = nearestName(flag, [...keys]);
        const next =
          near !== undefined
            ? `Did you mean ${near}?`
            : 'If it is still to be made, or a service keeps it, all is well; else correct it, or name its file like `**Flag files:** config/flags.yaml`.';
        const message = `The flag ${flag} of ${pm} is in no flag file (${where}). ${next}`;
        return { severity: near === undefined ? 'info' : 'warning', file, line, message };
      }),
  );
}

async function readKeys(files: readonly string[], revision: Revision): Promise<ReadonlySet<string> | undefined> {
  if (files.length > mostFiles) return undefined;
  const found = await revision.readPlain(files);
  const keys = new Set<string>();
  for (const path of files) {
    const content = found.get(path)?.content;
    if (content === undefined) return undefined;
    const read = await openFlagReader(path);
    const { file } = read(new TextDecoder('utf-8').decode(content));
    if (file.problems.some(({ unparsed }) => unparsed)) return undefined;
    for (const { key } of file.flags) keys.add(key);
  }
  return keys;
}

function describeFiles([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
