import { matchGlobs } from '../match-globs.js';
import type { PolicyProblem, Zone, ZoneSettings } from '../policy.js';
import type { PathFinder } from './path-finder.js';

/** Settings whose globs match nothing here: what they were to lock is not locked, or what they were to name is not found. */
export function findIdleSettings(zone: Zone, paths: readonly string[], finder: PathFinder): readonly PolicyProblem[] {
  return Object.entries(globsOf).flatMap(([setting, { label, effect, globs }]) => {
    const place = zone.settingsAt?.findLast((each) => each.setting === setting);
    if (place === undefined) return [];
    const idle = globs(zone.settings, finder).filter((glob) => !paths.some(matchGlobs([glob], effect).matches));
    return idle.map((glob): PolicyProblem => {
      const near = finder.nearest(glob);
      const next = near === undefined ? 'If it should, check its spelling.' : `Did you mean \`${near}\`?`;
      const message = `\`${glob}\` of “${label}” matches no file here. ${next}`;
      const at = { file: place.file, line: place.line, message };
      return near === undefined
        ? { severity: 'info', ...at }
        : { severity: 'warning', ...at, mend: { from: glob, to: near } };
    });
  });
}

interface GlobSetting {
  readonly label: string;
  readonly effect: 'allow' | 'forbid';
  readonly globs: (settings: ZoneSettings, finder: PathFinder) => readonly string[];
}

const globsOf: Readonly<Record<string, GlobSetting>> = {
  'flag files': { label: 'Flag files', effect: 'allow', globs: ({ flagFiles }) => flagFiles },
  'audit log': { label: 'Audit log', effect: 'forbid', globs: ({ auditLog }) => auditLog },
  'production-critical': {
    label: 'Production-critical',
    effect: 'forbid',
    globs: ({ productionCritical = [] }) => productionCritical,
  },
  'design system': {
    label: 'Design system',
    effect: 'allow',
    // Another entry is a module, which lies elsewhere.
    globs: ({ designSystem }, { has }) =>
      designSystem.filter((entry) => /\//u.test(entry) && has(entry.split('/')[0] as string)),
  },
};
