import { matchGlobs } from '../policy/match-globs.js';
import type { Policy, ZoneRule } from '../policy/policy.js';
import { classifyFile } from '../change/classify-file.js';

/** Which paths are flag files. */
export interface FlagFileMatcher {
  /** Texts of which each flag file's path in ASCII holds one in some case; `undefined` where there are none such. */
  readonly requiredTexts: readonly string[] | undefined;
  readonly matches: (path: string) => boolean;
}

/** Of these the path of every file that is called as flag files are holds one. */
const usualTexts = ['flag', 'features.y'];

/**
 * Says of a path whether it is a flag file: by the Flag files setting (design §3) of any tip, in any case of its letters, because it
 * is called as flag files are, so that naming others in the setting opens none, or because it is data that is open for flags alone. In
 * doubt it is one, and its flags are looked at.
 */
export function matchFlagFiles(policy: Policy): FlagFileMatcher {
  const zones = policy.tips.flatMap(({ zone }) => zone ?? []);
  const setting = matchGlobs(
    zones.flatMap(({ settings }) => settings.flagFiles),
    'forbid',
  );
  const opened = matchGlobs(
    zones.flatMap(({ rules }) => rules.flatMap(globsForFlags)),
    'forbid',
  );
  const requiredTexts = setting.requiredTexts &&
    opened.requiredTexts && [...setting.requiredTexts, ...opened.requiredTexts];
  const matchesAnyOf = (path: string): boolean => {
    const kind = classifyFile(path);
    return kind === 'flags' || setting.matches(path) || (kind === 'config' && opened.matches(path));
  };
  return {
    // Each text is a search through all paths; what holds a usual one needs none of its own.
    requiredTexts: requiredTexts && [
      ...usualTexts,
      ...requiredTexts.filter((text) => !usualTexts.some((usual) => text.includes(usual))),
    ],
    matches: matchesAnyOf,
  };
}

/** What an allow opens “for flags they own”. */
function globsForFlags({ effect, glob, also = [], conditions }: ZoneRule): readonly string[] {
  return effect === 'allow' && conditions.some(({ kind }) => kind === 'owned-flags') ? [glob, ...also] : [];
}
