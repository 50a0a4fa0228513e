import type { Revision } from '../policy/revision.js';

/** The files of one commit, as they are surveyed. */
export interface SurveyedFiles {
  /** In git's order, each once; no links and no submodules. */
  readonly paths: readonly string[];
  readonly revision: Pick<Revision, 'readPlain'>;
  /** Who made the latest commits in some folders, and what these say. */
  readonly readMessages: (folders: readonly string[]) => Promise<string>;
}

/** Something that was seen and is not proposed to be opened, with the reason as the end of a sentence. */
export interface LeftOut {
  /** A path or a glob. */
  readonly what: string;
  readonly files: number;
  readonly why: string;
}

/** The text of each of these files that can be read as UTF-8. */
export async function readTexts(
  { revision }: SurveyedFiles,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await revision.readPlain(paths);
  return new Map(
    paths.flatMap((path) => {
      const content = found.get(path)?.content;
      return content === undefined ? [] : [[path, new TextDecoder('utf-8').decode(content)] as const];
    }),
  );
}
