import { locateCatalog } from '../../catalogs/locate-catalog.js';
import { classifyFile } from '../../change/classify-file.js';
import { openFlagReader } from '../../flags/open-flag-reader.js';
import { readTexts, type SurveyedFiles } from '../surveyed-files.js';
import { isPlainPath, isSetAside } from './set-aside.js';

/** More flag files are a folder of them, whose first ones tell what they are. */
const mostRead = 200;

/** A file of feature flags with their keys. */
export interface FoundFlags {
  readonly path: string;
  readonly keys: readonly string[];
}

/** Finds files of flags by their names and by what they hold: one in which no flag can be read is none. */
export async function findFlagFiles(files: SurveyedFiles): Promise<readonly FoundFlags[]> {
  const named = files.paths
    .filter((path) => classifyFile(path) === 'flags' && data.test(path) && isPlainPath(path) && !isSetAside(path))
    // Texts about flags.
    .filter((path) => locateCatalog(path) === undefined)
    .slice(0, mostRead);
  const texts = await readTexts(files, named);
  const found: FoundFlags[] = [];
  for (const [path, text] of texts) {
    const { file } = (await openFlagReader(path))(text);
    if (file.flags.length > 0 && !file.problems.some(({ unparsed }) => unparsed))
      found.push({ path, keys: file.flags.map(({ key }) => key) });
  }
  return found;
}

const data = /\.(?:ya?ml|json|properties)$/iu;
