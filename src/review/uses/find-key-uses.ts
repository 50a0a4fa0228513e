import { isNamedByLanguage, locateCatalog } from '../../catalogs/locate-catalog.js';
import { classifyFile } from '../../change/classify-file.js';
import { isTest } from '../gates/code-text.js';
import type { ReviewContext } from '../check.js';
import { expressKeys } from './key-expressions.js';
import { createKeyIndex } from './key-index.js';
import { matchFile } from './match-file.js';
import type { TextKey } from './text-key.js';
import type { KeyUse, KeyUses } from './text-uses.js';

/** Files that may name a key are read up to this number, and of each key as many places are kept. */
const mostFiles = 3000;
const mostPlaces = 200;
const longestFile = 1_000_000;

/**
 * Which programs, templates and settings of the head ask for these texts: git searches the base, and the files of the
 * change are looked at themselves. `names`: of all texts of the catalogs.
 */
export async function findKeyUses(
  { snapshot, change }: Pick<ReviewContext, 'snapshot' | 'change'>,
  keys: readonly TextKey[],
  names?: () => ReadonlySet<string>,
): Promise<ReadonlyMap<TextKey, KeyUses>> {
  const { expressions, searched } = expressKeys(keys);
  const found = await snapshot.search(expressions, withoutUses);
  const isAndroid = keys.some(({ naming }) => naming === 'resource');
  const paths = [...new Set([...(found ?? []), ...change.files.map(({ path }) => path)])].filter(
    (path) => mayAsk(path) || (isAndroid && isResource.test(path)),
  );
  const complete = found !== undefined && paths.length <= mostFiles;
  const uses = new Map(
    keys.map((key) => [
      key,
      { sure: [] as KeyUse[], possible: [] as KeyUse[], searched: complete && searched.includes(key) },
    ]),
  );
  const index = createKeyIndex(searched, names);
  let whole = true;
  for (const [path, { text, unread }] of await snapshot.read('head', paths.slice(0, mostFiles))) {
    if (unread === 'binary' || unread === 'symbolic-link' || unread === 'submodule' || unread === 'lfs-pointer')
      continue;
    if (text === undefined || text.length > longestFile) {
      whole = false;
      continue;
    }
    const matches = matchFile(path, text, index);
    whole &&= matches !== undefined;
    for (const { key, at, end, sure } of matches ?? []) {
      const places = (uses.get(key) as { sure: KeyUse[]; possible: KeyUse[] })[sure ? 'sure' : 'possible'];
      if (places.length < mostPlaces) places.push({ path, at, end });
    }
  }
  return whole ? uses : new Map([...uses].map(([key, each]) => [key, { ...each, searched: false }]));
}

/** Lists of texts name others. */
const isResource = /(?:^|\/)(?:res|Resources)\/.*\.a?xml$/;

/** Endings of files that ask for no text: docs, styles, pictures, data. */
const withoutUses =
  'md rst adoc txt css scss less svg png jpg jpeg gif ico webp woff woff2 ttf otf eot mp3 mp4 webm pdf zip gz jar wasm map lock snap po pot csv tsv xlf properties'.split(
    ' ',
  );

/** Neither texts themselves nor what reaches no user: a migration writes the names of a database's columns and rows. */
function mayAsk(path: string): boolean {
  const isTexts = locateCatalog(path) !== undefined || (/\.json$/i.test(path) && isNamedByLanguage(path));
  if (isTexts || isTest(path) || classifyFile(path) === 'planning') return false;
  if (withoutUses.some((ending) => path.toLowerCase().endsWith(`.${ending}`))) return false;
  return !/^(?:scripts|build-scripts|tools|\.github)\/|(?:^|\/)(?:node_modules|vendor|dist|third_party|\.yarn|playwright|fixtures|storybook|migrations?|db\/migrate)\/|\.d\.ts$|\.min\.js$|\.designer\.(?:cs|vb)$|(?:^|\/)(?:package-lock|pnpm-lock|yarn|composer|CHANGELOG)[^/]*$/i.test(
    path,
  );
}
