import { isAscii } from 'node:buffer';

/** The paths of an index, decoded on demand. */
export interface PathList {
  /** In git's order, each once. */
  all(): readonly string[];
  /**
   * In the same order those that include one of the fragments, whatever the case of their letters, and every path that is not in ASCII, since
   * what it may be taken for is not told by its letters. A few are found in tens of thousands without decoding the others; for more than 500
   * fragments it is all paths, since each is looked for in all of them.
   */
  named(fragments: readonly string[]): readonly string[];
}

const mostFragments = 500;

/**
 * Reads `git ls-files -z`: paths, with `tagged` (`-v`) each behind a letter and a space. In one that is not UTF-8, U+FFFD replaces what
 * cannot be decoded.
 */
export function readPathList(output: Buffer, tagged = false): PathList {
  const tag = tagged ? 2 : 0;
  let decoded: readonly string[] | undefined;
  const all = (): readonly string[] => (decoded ??= distinct(split(output.toString('utf8'), tag)));
  let searched: string | undefined;
  return {
    all,
    named(fragments) {
      if (fragments.length > mostFragments) return all();
      // One character a byte, so that offsets in the text are offsets in the output.
      searched ??= output.toString('latin1').toLowerCase();
      const starts = new Set<number>();
      for (const fragment of fragments)
        if (isAscii(Buffer.from(fragment))) findText(searched, fragment.toLowerCase(), starts);
      if (!isAscii(output)) findOthers(searched, starts);
      return distinct(
        [...starts].sort((a, b) => a - b).map((at) => output.toString('utf8', at + tag, output.indexOf(0, at))),
      );
    },
  };
}

/** Beyond it, looking for each in every path takes longer than what it spares. */
const fewFragments = 50;

/** Tells of a path whether `named` would give it; `undefined` for so many fragments that all paths may be given. */
export function pathNamer(fragments: readonly string[]): ((path: string) => boolean) | undefined {
  if (fragments.length > fewFragments) return undefined;
  const parts = fragments.map((fragment) => fragment.toLowerCase());
  return (path) => {
    const lower = path.toLowerCase();
    return parts.some((part) => lower.includes(part)) || /[^\0-\x7f]/.test(path);
  };
}

/** The index has a file in conflict once for each side. */
function distinct(paths: readonly string[]): readonly string[] {
  return paths.filter((path, index) => path !== paths[index - 1]);
}

function split(paths: string, tag: number): readonly string[] {
  const found = paths.split('\0').slice(0, -1);
  return tag === 0 ? found : found.map((path) => path.slice(tag));
}

function findText(paths: string, text: string, starts: Set<number>): void {
  for (let at = paths.indexOf(text); at >= 0; at = paths.indexOf(text, at)) {
    const end = paths.indexOf('\0', at);
    if (end < 0) return;
    starts.add(startOf(paths, at));
    at = end + 1;
  }
}

function findOthers(paths: string, starts: Set<number>): void {
  for (const { index } of paths.matchAll(/[\x80-\xff][^\0]*\0/g)) starts.add(startOf(paths, index));
}

function startOf(paths: string, at: number): number {
  return paths.lastIndexOf('\0', at) + 1;
}
