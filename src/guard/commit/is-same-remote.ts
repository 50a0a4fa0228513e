import { resolve } from 'node:path';

/**
 * Whether two addresses of a remote lead to one place, however they are written: by another scheme or user, with a port, `.git` or a slash at
 * the end, as a path from `root` or a `file:` address. Names of hosts and what lies on them are compared without regard to case.
 */
export function isSameRemote(one: string, other: string, root: string): boolean {
  return placeOf(one, root) === placeOf(other, root);
}

function placeOf(url: string, root: string): string {
  const [, host, path = ''] = withScheme.exec(url) ?? asForSsh.exec(url) ?? [];
  if (host !== undefined) return `${host}/${withoutEnd(path).replace(/^\/+/u, '')}`.toLowerCase();
  return withoutEnd(resolve(root, decoded(url.replace(/^file:\/\/(?:localhost(?=\/))?/iu, ''))));
}

const withScheme = /^(?!file:)[a-z][a-z+]*:\/\/(?:[^@/\s]*@)?([^/:\s]+)(?::\d+)?\/(.*)$/iu;
/** One letter before the colon is a drive of Windows. */
const asForSsh = /^(?:[^@/\s]+@)?([^/:\s]{2,}):(?!\/\/)(.*)$/u;

function withoutEnd(path: string): string {
  return path.replace(/(?:\/|\.git)+$/u, '');
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
