/** How many folders a glob names before its first wildcard. */
export function globDepth(glob: string): number {
  const names = glob.replace(/^\.?\/|\/$/gu, '').split('/');
  const wild = names.findIndex((name) => /[*?{[(]/u.test(name));
  return wild < 0 ? names.length : wild;
}
