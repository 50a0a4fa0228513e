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
  const text = [...(await readTexts(files, settings)).values()].join('\n');
  const [sources, written] = [source, translation].map((pattern) =>
    matchGlobs(
      [...text.matchAll(pattern)].flatMap(([, path = '']) => toGlobs(path)),
      'allow',
    ),
  );
  return (path) => written?.matches(path) === true && sources?.matches(path) !== true;
}

/** As Crowdin names them in YAML, and Transifex in its own form. */
const source = /^[ \t-]*["']?(?:source|source_file)["']?[ \t]*[:=][ \t]*["']?([^\s"'#,]+)/gmu;
const translation = /^[ \t-]*["']?(?:translation|file_filter)["']?[ \t]*[:=][ \t]*["']?([^\s"'#,]+)/gmu;

/** A path with placeholders, wherever its base lies: `/dest/%locale%/x.xml` as `dest/*` + `/x.xml` and the same below any folder. */
function toGlobs(written: string): readonly string[] {
  const path = written.replace(/^\.?\//u, '').replace(/%[a-z_]+%|<lang>/gu, '*');
  return /^[\w./*@+-]+$/u.test(path) && !path.includes('..') ? [path, `**/${path}`] : [];
}
