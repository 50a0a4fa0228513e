import { lastNameOf } from '../../../text/path-names.js';

/** Says for a path which of its folders tell it from other paths that end in the same name: `en` of `i18n/en/cards.json`. `undefined` where there are none. */
export function tellApart(paths: readonly string[]): (path: string) => string | undefined {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const same = byName.get(lastNameOf(path));
    if (same === undefined) byName.set(lastNameOf(path), [path]);
    else same.push(path);
  }
  return (path) => {
    const own = upwards(path);
    const places = (byName.get(lastNameOf(path)) ?? []).flatMap((other) => {
      const folders = upwards(other);
      const at = own.findIndex((folder, index) => folder !== folders[index]);
      return at === -1 ? [] : [at];
    });
    const folders = [...new Set(places)].sort((one, other) => other - one).map((at) => own[at]);
    return folders.length === 0 ? undefined : folders.join('/');
  };
}

/** Its folders, the nearest first. */
function upwards(path: string): readonly string[] {
  return path.split('/').slice(0, -1).reverse();
}
