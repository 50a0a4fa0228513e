import { joinSome } from '../text/join-words.js';
import type { PilotAnswers } from './pilot-answers.js';
import type { Surroundings } from './look-around.js';
import { describeCommitter, findCommitters } from './surroundings/find-committers.js';

/** What a repository shows of the questions that only people answer: candidates, and nothing that is decided. */
export interface PilotHints {
  /** Who could be an engineering DRI or a reviewer. */
  readonly people: string | undefined;
  /** Flags that code asks for and no file lists. */
  readonly flags: string | undefined;
  readonly flagCount: number;
  /** The workspaces that what opens lies in, those with most of it first. */
  readonly workspaces: readonly string[];
}

/** So many workspaces with something that could open are worth a question. */
export const manySpaces = 5;

/** Flags that are named as examples. */
const mostFlags = 6;

/** Says what the history, the calls that ask for flags and the list of workspaces tell of a pilot. */
export function findHints(
  { survey, workspaces, asked, history }: Pick<Surroundings, 'survey' | 'workspaces' | 'asked' | 'history'>,
  { people, open }: Pick<PilotAnswers, 'people' | 'open'>,
): PilotHints {
  const paths = [...survey.surfaces, ...survey.offers.filter(({ kind }) => open.some((each) => each === kind))].flatMap(
    (surface) => surface.paths,
  );
  const spaces = countSpaces(
    workspaces.flatMap(({ folders }) => folders),
    paths,
  );
  const own = people.flatMap(({ folders }) => folders);
  const folders = own.length > 0 ? own : spaces;
  const pms = people.flatMap(({ handle, email }) => [handle, email]);
  const there = findCommitters(history, folders, pms);
  const found = there.length > 0 ? there : findCommitters(history, [], pms);
  const where = there.length > 0 && folders.length > 0 ? `in ${folders.slice(0, 2).join(', ')}` : 'here';
  const listed = new Set([...survey.flagFiles.values()].flat());
  const flags = asked.flags.filter(({ key }) => !listed.has(key));
  return {
    people:
      found.length === 0
        ? undefined
        : `Of the latest commits ${where} most are by ${found.map(describeCommitter).join('; ')}.`,
    flags:
      flags.length === 0
        ? undefined
        : `Code asks for ${joinSome(
            flags.map(({ key }) => key),
            mostFlags,
          )}, by ${(asked.by[0] as { name: string }).name}.`,
    flagCount: flags.length,
    workspaces: spaces,
  };
}

/** The workspaces that hold some of the paths, most first. */
function countSpaces(folders: readonly string[], paths: readonly string[]): readonly string[] {
  const counts = [...new Set(folders)].map(
    (folder) => [folder, paths.filter((path) => path.startsWith(`${folder}/`)).length] as const,
  );
  return counts
    .filter(([, count]) => count > 0)
    .toSorted(([, one], [, other]) => other - one)
    .map(([folder]) => folder);
}
