import { Uri } from 'vscode';

/** A repository by its root, a path of this computer. */
type Rooted = { readonly root: string };

/** The address of a path in a repository; the path is from the root, `/`-separated. */
export function uriInRepository({ root }: Rooted, path: string): Uri {
  return Uri.joinPath(Uri.file(root), ...path.split('/'));
}

/** The path of a file or folder from the root of the repository that it lies in; empty for the root itself. */
export function pathInRepository({ root }: Rooted, uri: Uri): string {
  return uri.path.slice(Uri.file(root).path.length).replace(/^\//u, '');
}

/** Whether a path from the root is git's own folder or lies in it. */
export function isGitsOwn(path: string): boolean {
  return path === '.git' || path.startsWith('.git/');
}

/** Whether a file lies below a repository's root, even in a nested repository. Git's own files do not count. */
export function isInRepository({ root }: Rooted, uri: Uri): boolean {
  const folder = `${Uri.file(root).path.replace(/\/$/, '')}/`;
  return uri.scheme === 'file' && uri.path.startsWith(folder) && !isGitsOwn(uri.path.slice(folder.length));
}
