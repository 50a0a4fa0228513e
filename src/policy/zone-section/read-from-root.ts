import { fold } from '../fold.js';
import { mayNameRepository, meantFromRoot } from '../globs/also-meant.js';
import type { Zone } from '../policy.js';

/**
 * Makes what closes hold for what it most likely meant where it begins with the repository's own name or owner (design §3). Only a zone with
 * a glob that may begin so asks for the names at the root.
 */
export async function readFromRoot(zone: Zone, listRoot: () => Promise<readonly string[]>): Promise<Zone> {
  const { rules, settings } = zone;
  const closing = rules.filter(({ effect }) => effect !== 'allow').map(({ glob }) => glob);
  const waved = (settings.waves ?? []).flatMap(({ globs }) => globs);
  if (![...closing, ...settings.auditLog, ...(settings.productionCritical ?? []), ...waved].some(mayNameRepository))
    return zone;
  const names = new Set((await listRoot()).map(fold));
  const widen = (globs: readonly string[]): readonly string[] => [
    ...globs,
    ...globs.flatMap((glob) => meantFromRoot(glob, names)),
  ];
  return {
    ...zone,
    rules: rules.map((rule) => {
      const also = rule.effect === 'allow' ? [] : meantFromRoot(rule.glob, names);
      return also.length === 0 ? rule : { ...rule, also };
    }),
    settings: {
      ...settings,
      auditLog: widen(settings.auditLog),
      ...(settings.waves && { waves: settings.waves.map((wave) => ({ ...wave, globs: widen(wave.globs) })) }),
      ...(settings.productionCritical && { productionCritical: widen(settings.productionCritical) }),
    },
  };
}
