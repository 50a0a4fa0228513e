import type { Policy, PolicyProblem } from '../policy/policy.js';

/** A pilot that is over: nothing is open until its line names other days. */
export function findEndedPilot({ tips }: Policy, today: string): readonly PolicyProblem[] {
  return tips.flatMap(({ zone }) => {
    const { to } = zone?.settings.pilot ?? {};
    const place = zone?.settingsAt?.findLast(({ setting }) => setting === 'pilot');
    if (to === undefined || to >= today || place === undefined) return [];
    const message = `The pilot ended on ${to}, so nothing is open to PMs alone. Extend its days here, or take the line out where the zone is to stay.`;
    return [{ severity: 'warning', file: place.file, line: place.line, message } as const];
  });
}
