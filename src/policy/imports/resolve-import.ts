/** The path from the root that the file at `from` imports; `undefined` where it lies outside of the repository. */
export function resolveImport(from: string, written: string): string | undefined {
  if (/^[/~]/u.test(written)) return undefined;
  const names = from.split('/').slice(0, -1);
  for (const name of written.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined;
    if (!['', '.', '..'].includes(name)) names.push(name);
  }
  return names.length === 0 ? undefined : names.join('/');
}
