import { endingOf, type GlobSeed } from './pure-globs.js';

/**
 * Globs of whole folders that hold files of these endings which are all wanted: the highest folder below each root, and where something in it
 * is not wanted, those of its folders that hold nothing else.
 */
export function findFolderGlobs(
  roots: readonly string[],
  wanted: ReadonlySet<string>,
  paths: readonly string[],
): readonly GlobSeed[] {
  return roots.flatMap((root) => {
    const inside = paths.filter((path) => path.startsWith(`${root}/`));
    return [...new Set(inside.filter((path) => wanted.has(path)).map(endingOf))].flatMap((ending) =>
      globsIn(
        root,
        inside.filter((path) => endingOf(path) === ending),
        wanted,
        ending,
      ),
    );
  });
}

function globsIn(
  folder: string,
  inside: readonly string[],
  wanted: ReadonlySet<string>,
  ending: string,
): readonly GlobSeed[] {
  const own = inside.filter((path) => !path.slice(folder.length + 1).includes('/'));
  if (inside.every((path) => wanted.has(path))) {
    const isFlat = own.length === inside.length;
    return [{ glob: isFlat ? `${folder}/*.${ending}` : `${folder}/**/*.${ending}`, paths: inside }];
  }
  const isOwn = own.length > 0 && own.every((path) => wanted.has(path));
  const folders = new Set(
    inside.filter((path) => !own.includes(path)).map((path) => path.slice(0, path.indexOf('/', folder.length + 1))),
  );
  return [
    ...(isOwn ? [{ glob: `${folder}/*.${ending}`, paths: own }] : []),
    ...[...folders].flatMap((below) =>
      globsIn(
        below,
        inside.filter((path) => path.startsWith(`${below}/`)),
        wanted,
        ending,
      ),
    ),
  ].filter((seed) => seed.paths.length > 0);
}
