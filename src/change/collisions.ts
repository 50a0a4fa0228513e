/**
 * Which of the paths asked for would meet one of `all` on a disk that does not tell their names apart: a file or folder at or above
 * them has a sibling there with the same folded name. Gives the sibling by the path asked for. What else is asked for changes no
 * answer. `all` is in git's order (any order is right, that one is fast: each folder is folded once); `fold` maps names that are
 * taken for the same to one name, segment by segment.
 */
export function findCollisions(
  all: readonly string[],
  asked: readonly string[],
  fold: (name: string) => string,
): ReadonlyMap<string, string> {
  const wanted = new Map<string, Set<string>>();
  const parents = new Set<string>();
  for (const path of asked) {
    for (const node of upwards(path)) {
      const folded = fold(node);
      const exact = wanted.get(folded);
      if (exact?.has(node)) break;
      if (exact) exact.add(node);
      else wanted.set(folded, new Set([node]));
      parents.add(parentOf(folded));
    }
  }
  const met = new Map<string, string[]>();
  const meet = (node: string, folded: string): void => {
    if (!wanted.has(folded)) return;
    const nodes = met.get(folded);
    if (!nodes) met.set(folded, [node]);
    // Two different names are enough: one of them is another than the one asked for.
    else if (nodes.length === 1 && nodes[0] !== node) nodes.push(node);
  };
  visit(all, fold, parents, meet);
  return collisions(asked, fold, met);
}

/** Calls `meet` for what lies in the folders that matter: each folder once, each file. What lies deeper elsewhere is passed over. */
function visit(
  all: readonly string[],
  fold: (name: string) => string,
  parents: ReadonlySet<string>,
  meet: (node: string, folded: string) => void,
): void {
  const matters = new Map<string, boolean>();
  let passed: string | undefined;
  for (const path of all) {
    if (passed !== undefined && path.startsWith(passed)) continue;
    let end = path.indexOf('/');
    for (; end >= 0; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end);
      let known = matters.get(folder);
      if (known === undefined) {
        const folded = fold(folder);
        matters.set(folder, (known = parents.has(folded)));
        meet(folder, folded);
      }
      if (!known) {
        passed = `${folder}/`;
        break;
      }
    }
    if (end < 0) meet(path, fold(path));
  }
}

function collisions(
  asked: readonly string[],
  fold: (name: string) => string,
  met: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of asked) {
    for (const node of upwards(path)) {
      const other = met.get(fold(node))?.find((each) => each !== node);
      if (other !== undefined) found.set(path, other);
    }
  }
  return found;
}

/** The path itself, without a slash at its end, then the folders that it lies in, the nearest first. */
function upwards(path: string): readonly string[] {
  const nodes: string[] = [];
  for (let node = path.endsWith('/') ? path.slice(0, -1) : path; node !== ''; node = parentOf(node)) nodes.push(node);
  return nodes;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
