import type { RepositorySnapshot } from '../../change/change.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';

/** A library that reads texts in a way of its own, which no text by itself shows: vue-i18n, or Laravel's translator, which fills in `:name`. */
export type TextLibrary = 'vue' | 'colon';

/** Which catalogs such a library reads, by path: what the nearest manifest with any says. */
export async function findTextLibraries(
  places: readonly CatalogLocation[],
  snapshot: RepositorySnapshot,
): Promise<ReadonlyMap<string, TextLibrary>> {
  const manifests = places.flatMap(({ path, format }) =>
    mayRead(path, format).map((library) => ({ path, library, above: manifestsAbove(path, library) })),
  );
  if (manifests.length === 0) return new Map();
  const texts = await snapshot.read('head', [...new Set(manifests.flatMap(({ above }) => above))]);
  // Where both read a place, the first that `mayRead` names is set last.
  return new Map(
    manifests.toReversed().flatMap(({ path, library, above }) => {
      const said = above.map((each) => uses[library].exec(texts.get(each)?.text ?? '')).find((found) => found !== null);
      return said && (library === 'colon' || isStrict(said)) ? [[path, library]] : [];
    }),
  );
}

/** Which libraries look into this place, the likeliest first. */
function mayRead(path: string, format: CatalogLocation['format']): readonly TextLibrary[] {
  return [
    ...(laravel.test(path) && !inBrowser.test(path) ? (['colon'] as const) : []),
    ...(mayBeVue.test(format) ? (['vue'] as const) : []),
  ];
}

/** Where Laravel looks for texts in JSON; what a browser is given lies apart. */
const laravel = /(?:^|\/)lang\/[^/]+\.json$/i;
const inBrowser = /(?:^|\/)(?:js|ts|assets|frontend|client|public|vue)\//i;
const mayBeVue = /^(?:json5?|yaml|script)$/;

const uses: Readonly<Record<TextLibrary, RegExp>> = {
  vue: /"(vue-i18n|@nuxtjs\/i18n|@intlify\/unplugin-vue-i18n)"\s{0,5}:\s{0,5}"[^"\d]{0,20}(\d*)/,
  colon: /"(?:laravel|illuminate)\/[\w.-]{1,60}"\s{0,5}:/,
};

/** Before its version 9 the library passed over what it could not compile. */
function isStrict([, name, version = '']: RegExpExecArray): boolean {
  return name === '@intlify/unplugin-vue-i18n' || version === '' || Number(version) >= (name === 'vue-i18n' ? 9 : 8);
}

/** The manifest of what reads it in each folder above, the nearest first. */
function manifestsAbove(path: string, library: TextLibrary): readonly string[] {
  const name = library === 'vue' ? 'package.json' : 'composer.json';
  const folders = path.split('/').slice(0, -1).slice(0, 20);
  return [...folders.map((_, index) => `${folders.slice(0, folders.length - index).join('/')}/${name}`), name];
}
