import { posix } from 'node:path';
import { matchGlobs } from '../../policy/match-globs.js';
import type { Revision } from '../../policy/revision.js';
import { foldersAround } from '../../text/path-names.js';

/** What a line of `.gitattributes` says of one attribute. */
export interface Attribute {
  /** Without what sets or unsets it: `diff`. */
  readonly name: string;
  /** As it counts: `-diff`, `merge=ours`. */
  readonly text: string;
  /** As it stands in the line, where that is the name of several: `binary`. */
  readonly written: string;
  readonly file: string;
  readonly line: number;
}

/**
 * What git's attribute files say of some paths, by attribute: of several lines the last counts, and what lies nearer to the path before what lies
 * above it.
 */
export async function readAttributes(
  paths: readonly string[],
  revision: Pick<Revision, 'readPlain'>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Attribute>>> {
  const folders = [...new Set(paths.flatMap((path) => ['', ...foldersAround(path)]))].sort(
    (one, other) => one.length - other.length,
  );
  const files = await revision.readPlain(folders.map(fileIn));
  const macros = new Map([['binary', ['-diff', '-merge', '-text']]]);
  const lines = folders.flatMap((folder) => {
    const content = files.get(fileIn(folder))?.content;
    return content === undefined ? [] : readLines(folder, new TextDecoder().decode(content), macros);
  });
  return new Map(
    paths.map((path) => {
      const own = lines.filter(({ matches }) => matches(path)).flatMap(({ attributes }) => attributes);
      return [path, new Map(own.map((each) => [each.name, each]))];
    }),
  );
}

function fileIn(folder: string): string {
  return posix.join(folder, '.gitattributes');
}

interface AttributeLine {
  readonly matches: (path: string) => boolean;
  readonly attributes: readonly Attribute[];
}

function readLines(folder: string, text: string, macros: Map<string, readonly string[]>): readonly AttributeLine[] {
  return text.split(/\r?\n/u).flatMap((each, at): readonly AttributeLine[] => {
    const [, quoted, plain, rest = ''] = /^\s*(?:"((?:[^"\\]|\\.)+)"|([^\s"#]\S*))\s+(.+)$/u.exec(each) ?? [];
    const pattern = quoted?.replace(/\\(.)/gu, '$1') ?? plain;
    if (pattern === undefined) return [];
    const written = rest.trim().split(/\s+/u);
    // A name for several of them; git reads such a line at the root alone.
    if (pattern.startsWith('[attr]')) {
      if (folder === '') macros.set(pattern.slice('[attr]'.length), written);
      return [];
    }
    const place = pattern.includes('/') ? pattern.replace(/^\//u, '') : `**/${pattern}`;
    const { matches } = matchGlobs([posix.join(folder, place)], 'allow');
    const attributes = written.flatMap((word) =>
      [word, ...(macros.get(word) ?? [])].map((said): Attribute => {
        const name = said.replace(/^[-!]|=.*$/gu, '');
        return { name, text: said, written: word, file: fileIn(folder), line: at + 1 };
      }),
    );
    return [{ matches, attributes }];
  });
}
