/** A line of a tree of paths: a file, a folder (with the paths in it), or how many more there are than are shown. */
export type PathNode =
  | { readonly kind: 'file'; readonly path: string; readonly name: string; readonly beside: string }
  | { readonly kind: 'folder'; readonly path: string; readonly name: string; readonly paths: readonly string[] }
  | { readonly kind: 'more'; readonly files: number };

/** Up to this many files stand in one list, with their folders beside them. */
const mostInList = 30;
/** Nodes in one folder; the rest is counted. */
const mostShown = 500;

/**
 * The lines below `folder` (from the root; empty for the root) for paths in it, in git's order: few as one list, many by folders, of
 * which a chain of single ones is one line. Nothing deeper is looked at, so that a tree of any size opens at once.
 */
export function buildPathNodes(folder: string, paths: readonly string[]): readonly PathNode[] {
  const start = folder === '' ? 0 : folder.length + 1;
  if (paths.length <= mostInList) return paths.map((path) => fileNode(path, start));
  const folders: PathNode[] = [];
  const files: PathNode[] = [];
  for (let at = 0; at < paths.length;) {
    const path = paths[at] as string;
    const slash = path.indexOf('/', start);
    if (slash === -1) {
      files.push(fileNode(path, start));
      at++;
      continue;
    }
    const prefix = path.slice(0, slash + 1);
    const end = endOf(paths, at, prefix);
    folders.push(folderNode(start, paths.slice(at, end)));
    at = end;
  }
  const nodes = [...folders, ...files];
  if (nodes.length <= mostShown) return nodes;
  const rest = nodes.slice(mostShown).reduce((sum, node) => sum + (node.kind === 'folder' ? node.paths.length : 1), 0);
  return [...nodes.slice(0, mostShown), { kind: 'more', files: rest }];
}

/** The index behind the last path with this prefix. Git's order keeps a folder together. */
function endOf(paths: readonly string[], from: number, prefix: string): number {
  let end = from + 1;
  while (end < paths.length && paths[end]?.startsWith(prefix) === true) end++;
  return end;
}

function fileNode(path: string, start: number): PathNode {
  const slash = path.lastIndexOf('/');
  return { kind: 'file', path, name: path.slice(slash + 1), beside: slash < start ? '' : path.slice(start, slash) };
}

/** The folder of the first step, or the deepest one that all of its paths lie in. */
function folderNode(start: number, paths: readonly string[]): PathNode {
  const [first, last] = [paths[0] as string, paths.at(-1) as string];
  let end = first.indexOf('/', start);
  for (let next = first.indexOf('/', end + 1); next !== -1; next = first.indexOf('/', end + 1)) {
    // Of a sorted list all begin as the first and the last do.
    if (!last.startsWith(first.slice(0, next + 1))) break;
    end = next;
  }
  const path = first.slice(0, end);
  return { kind: 'folder', path, name: path.slice(start), paths };
}
