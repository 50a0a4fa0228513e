import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';

/** What each file imports of the others, by path from the project's folder: types and `import()` included. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The TypeScript files of some folders of the project. */
export function readImports(...folders: readonly string[]): Imports {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(projectFolder(), folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => posix.join(folder, ...name.split(/[\\/]/u))),
  );
  return new Map(paths.map((path) => [path, importsOf(path, readFileSync(join(projectFolder(), path), 'utf8'))]));
}

/** The files that a text imports by a relative path. */
export function importsOf(path: string, text: string): readonly string[] {
  const found = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)\.js'/gu)];
  return [...new Set(found.map(([, to = '']) => `${posix.join(posix.dirname(path), to)}.ts`))];
}

/** Groups of files each of which imports itself over others of the group. */
export function importCycles(imports: Imports): readonly (readonly string[])[] {
  const reached = new Map([...imports.keys()].map((path) => [path, reachedFrom(path, imports)]));
  const cyclic = [...reached].filter(([path, paths]) => paths.has(path)).map(([path]) => path);
  const groups = cyclic.map((path) =>
    cyclic.filter((other) => reached.get(path)?.has(other) && reached.get(other)?.has(path)),
  );
  return groups.filter((group, index) => group[0] === cyclic[index]);
}

/** All that a file imports, and what that imports, and so on. */
function reachedFrom(path: string, imports: Imports): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [...(imports.get(path) ?? [])];
  for (let to = next.pop(); to !== undefined; to = next.pop()) {
    if (reached.has(to)) continue;
    reached.add(to);
    next.push(...(imports.get(to) ?? []));
  }
  return reached;
}
