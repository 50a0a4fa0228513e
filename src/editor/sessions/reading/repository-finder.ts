import { FileType, Uri, workspace } from 'vscode';

/** Finds the repository that a folder lies in, by the nearest `.git` on the way up. */
export interface RepositoryFinder {
  /** The root as a path of this computer; `undefined` outside any repository, and where files are not on this computer's disk. */
  readonly rootOf: (folder: Uri) => Promise<string | undefined>;
  /** Clears the cache: a repository was created or removed. */
  readonly forget: () => void;
}

/** Checks each folder once, whatever the number of files in it. */
export function createRepositoryFinder(): RepositoryFinder {
  const roots = new Map<string, Promise<string | undefined>>();
  const rootOf = (folder: Uri): Promise<string | undefined> => {
    if (folder.scheme !== 'file') return Promise.resolve(undefined);
    const key = folder.toString();
    const found = roots.get(key) ?? search(folder);
    roots.set(key, found);
    return found;
  };
  const search = async (folder: Uri): Promise<string | undefined> => {
    if (await holdsRepository(folder)) return folder.fsPath;
    const above = Uri.joinPath(folder, '..');
    return above.path === folder.path ? undefined : rootOf(above);
  };
  return { rootOf, forget: () => roots.clear() };
}

/** A folder, or the file by which a linked worktree or a submodule points to one. */
async function holdsRepository(folder: Uri): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(Uri.joinPath(folder, '.git'));
    return (type & (FileType.Directory | FileType.File)) !== 0;
  } catch {
    return false;
  }
}
