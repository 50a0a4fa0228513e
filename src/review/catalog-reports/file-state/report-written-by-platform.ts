import { globsOfSettings, platformOfSettings } from '../../../change/translation-platform.js';
import { matchGlobs } from '../../../policy/match-globs.js';
import type { Report, ReviewContext } from '../../check.js';
import { findPlatformSettings } from '../../find-translation-platform.js';

/**
 * Which of these catalogs a translation platform writes, as its settings on the base name them: whoever edits one by hand is told once that its next export
 * takes the words back. Of platforms whose settings name no paths nothing is said.
 */
export async function reportWrittenByPlatform(
  paths: readonly string[],
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
): Promise<readonly Report[]> {
  const settings = paths.length === 0 ? [] : await findPlatformSettings(snapshot);
  if (settings.length === 0) return [];
  const texts = await snapshot.read('base', settings);
  for (const place of settings) {
    const { sources, written } = globsOfSettings(texts.get(place)?.text ?? '');
    const [ofSources, ofWritten] = [matchGlobs(sources, 'allow'), matchGlobs(written, 'allow')];
    const [first, ...more] = paths.filter((path) => ofWritten.matches(path) && !ofSources.matches(path));
    if (first === undefined) continue;
    const platform = platformOfSettings(place) ?? 'a translation platform';
    const [what, those] = more.length === 0 ? [`${first} is`, 'it'] : [`${first} and ${more.length} more are`, 'them'];
    const message = `${what} written on ${platform}, as ${place} says, so its next export may take these words back. Change ${those} there as well, or leave ${those} as before and change the language that is translated from.`;
    return [{ path: first, line: 1, severity: 'note', message }];
  }
  return [];
}
