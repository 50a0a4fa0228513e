import type { RepositorySnapshot } from '../../change/change.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';

/** A library that reads texts in a way of its own, which no text by itself shows. */
export type TextLibrary = 'vue';

/** Which catalogs such a library reads, by path: what the nearest manifest with any says. */
export async function findTextLibraries(
  places: readonly CatalogLocation[],
  snapshot: RepositorySnapshot,
): Promise<ReadonlyMap<string, TextLibrary>> {
  const manifests = new Map(
    places.filter(({ format }) => mayBeVue.test(format)).map(({ path }) => [path, manifestsAbove(path)]),
  );
  if (manifests.size === 0) return new Map();
  const texts = await snapshot.read('head', [...new Set([...manifests.values()].flat())]);
  return new Map(
    [...manifests].flatMap(([path, above]) => {
      const said = above.map((each) => vueVersion.exec(texts.get(each)?.text ?? '')).find((found) => found !== null);
      return said && isStrict(said) ? [[path, 'vue']] : [];
    }),
  );
}

const mayBeVue = /^(?:json5?|yaml|script)$/;
const vueVersion = /"(vue-i18n|@nuxtjs\/i18n|@intlify\/unplugin-vue-i18n)"\s{0,5}:\s{0,5}"[^"\d]{0,20}(\d*)/;

/** Before its version 9 the library passed over what it could not compile. */
function isStrict([, name, version = '']: RegExpExecArray): boolean {
  return name === '@intlify/unplugin-vue-i18n' || version === '' || Number(version) >= (name === 'vue-i18n' ? 9 : 8);
}

/** `package.json` in each folder above, the nearest first. */
function manifestsAbove(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1).slice(0, 20);
  return [
    ...folders.map((_, index) => `${folders.slice(0, folders.length - index).join('/')}/package.json`),
    'package.json',
  ];
}
