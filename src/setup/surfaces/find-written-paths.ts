import { globsOfSettings } from '../../change/translation-platform.js';
import { matchGlobs } from '../../policy/match-globs.js';
import { readTexts, type SurveyedFiles } from '../surveyed-files.js';

/**
 * Which paths a translation platform writes by the words of its settings: what these name as its translations and not as what it translates from.
 * Such may be the catalog of the original language too, where the original lies apart (`source/*.xml`, `dest/en-US.xml`).
 */
export async function findWrittenPaths(
  files: SurveyedFiles,
  settings: readonly string[],
): Promise<(path: string) => boolean> {
  const { sources, written } = globsOfSettings([...(await readTexts(files, settings)).values()].join('\n'));
  const [ofSources, ofWritten] = [matchGlobs(sources, 'allow'), matchGlobs(written, 'allow')];
  return (path) => ofWritten.matches(path) && !ofSources.matches(path);
}
