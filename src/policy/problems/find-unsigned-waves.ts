import { asksForReview } from '../pilot-days.js';
import type { PolicyProblem, Zone } from '../policy.js';

/** Waves that wait for a review for compliance where the policy does not say who signs it: a warning at the line of each. */
export function findUnsignedWaves(zone: Zone): readonly PolicyProblem[] {
  const { waves = [], controls, compliance = [] } = zone.settings;
  const places = (zone.settingsAt ?? []).filter(({ setting }) => setting === 'wave');
  if (compliance.length > 0) return [];
  return waves.flatMap((wave, nth) => {
    if (!asksForReview(wave, controls) || wave.reviewed !== undefined) return [];
    const { file, line } = { ...zone, ...places[nth] };
    const message = `Wave ${wave.number} begins after a compliance review, and nobody is named who signs it, so an engineering DRI would. Name them on a line like **Compliance sign-off:** @org/compliance.`;
    return [{ severity: 'warning', file, line, message } as const];
  });
}
