import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder and the name of the package that a path leads into, by its last `node_modules`. */
const packagePattern = /^((?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/**
 * The packages whose code is in the bundles, by name, from esbuild's accounts of them. `carried` are those that a package has inside
 * its own files, as its source maps tell: their licences hold here too. What a package has from its own repository is its own.
 */
export function bundledPackages(root, metafiles) {
  const found = new Map();
  for (const file of new Set(metafiles.flatMap(filesWithCode))) {
    const [, place, name] = packagePattern.exec(file) ?? [];
    if (place === undefined) continue;
    const folder = resolve(root, place);
    if (!found.has(folder)) {
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      found.set(folder, { name, version, license, folder, carried: new Set() });
    }
    for (const inner of carriedIn(resolve(root, file))) {
      if (inner !== name) found.get(folder).carried.add(inner);
    }
  }
  return [...found.values()]
    .map((each) => ({ ...each, carried: [...each.carried].sort() }))
    .sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
}

/** As npm writes it; one name may be there in two versions. */
export function idOf({ name, version }) {
  return `${name}@${version}`;
}

function filesWithCode({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0),
  );
}

function carriedIn(file) {
  if (!existsSync(`${file}.map`)) return [];
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  return sources.map((source) => packagePattern.exec(source)?.[2]).filter((name) => name !== undefined);
}
