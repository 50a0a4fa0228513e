import type { TrackedPaths } from '../git/list-tracked.js';
import { matchFlagFiles } from '../flags/match-flag-files.js';
import { openFlagReader } from '../flags/open-flag-reader.js';
import type { Policy, PolicyProblem } from '../policy/policy.js';
import type { Revision } from '../policy/revision.js';
import { nearestName } from '../text/nearest-name.js';
import { matchGlobs } from '../policy/match-globs.js';
import { joinSome } from '../text/join-words.js';
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

/** Files that the policy calls flag files and in which no flag can be read: a flag that is switched there is not seen. */
export async function findFlaglessFiles(
  { tips }: Policy,
  { paths }: TrackedPaths,
  revision: Revision,
): Promise<readonly PolicyProblem[]> {
  const problems: PolicyProblem[] = [];
  for (const { zone } of tips) {
    const place = zone?.settingsAt?.findLast(({ setting }) => setting === 'flag files');
    for (const glob of place === undefined ? [] : (zone?.settings.flagFiles ?? [])) {
      const files = paths.filter(matchGlobs([glob], 'allow').matches).slice(0, mostFiles);
      const texts = await revision.readPlain(files);
      const plain: string[] = [];
      for (const path of files) {
        const content = texts.get(path)?.content;
        if (content === undefined) continue;
        const read = await openFlagReader(path);
        if (read(new TextDecoder('utf-8').decode(content)).file.flags.length === 0) plain.push(path);
      }
      if (plain.length === 0 || place === undefined) continue;
      const message = `No flag can be read in ${joinSome(plain, 1)}, which \`${glob}\` calls a flag file. If it holds flags, write them in a form that is read, of which docs/for-engineers.md of PM Zone has the list; else ask an engineer to name only the files of flags here.`;
      problems.push({ severity: 'info', file: place.file, line: place.line, message });
    }
  }
  return problems;
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
