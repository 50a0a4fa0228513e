/**
 * A path as typed in a folder of the repository, from the root. `prefix` is that folder (`src/home/`, empty at the root). Only what
 * a shell user types is resolved: a leading `./`, a folder above or `.` itself, and at the root nothing else is touched, so that an
 * odd path is judged as it is. A path that leaves the repository keeps its `..` and is locked by the judge.
 */
export function pathFromRoot(prefix: string, typed: string): string {
  const path = typed.startsWith('./') ? typed.slice(2) : typed;
  if (prefix === '' || path.startsWith('/')) return path;
  const segments = prefix.split('/').slice(0, -1);
  let rest = path;
  while ((rest === '..' || rest.startsWith('../')) && segments.length > 0) {
    rest = rest.slice(3);
    segments.pop();
  }
  return (rest === '.' || rest === '' ? segments : [...segments, rest]).join('/');
}
