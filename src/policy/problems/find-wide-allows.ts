import { matchGlobs } from '../match-globs.js';
import type { PolicyProblem, Zone } from '../policy.js';

/** Nobody names folders and files so: what matches them matches anything. */
const anything = 'qzv/qzw/qzx.qzy';

/** Allows of whatever there is, by wildcards alone, but for those that hold within the feature folders only. */
export function findWideAllows(zone: Zone): readonly PolicyProblem[] {
  return zone.rules
    .filter(({ effect, glob }) => effect === 'allow' && matchGlobs([glob], 'allow').matches(anything))
    .filter(({ conditions }) => !conditions.some(({ kind }) => kind === 'feature-folder'))
    .map(({ glob, line, file = zone.file }) => {
      const message = `\`${glob}\` opens every file that nothing else closes, code and settings too. Ask an engineer to name the folders and endings that are meant, like \`src/**/i18n/*.json\`.`;
      return { severity: 'warning', file, line, message };
    });
}
