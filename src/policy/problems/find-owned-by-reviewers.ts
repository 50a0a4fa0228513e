import type { PolicyProblem, Zone } from '../policy.js';
import type { IndexedOwners } from '../codeowners/owner-index.js';
import { findLacking } from './find-unbacked-forbids.js';

/** Files of the policy that nobody owns but who reviews a PM's work: they alone could open more to that PM. */
export function findOwnedByReviewers(
  zone: Zone,
  files: readonly string[],
  owners: IndexedOwners,
): readonly PolicyProblem[] {
  const rows = (zone.roster ?? []).filter(({ revoked }) => revoked !== true);
  const lacking = findLacking(owners, rows);
  return files.flatMap((path): readonly PolicyProblem[] => {
    const pms = lacking(path);
    if (typeof pms !== 'object') return [];
    const message = `Only those who review ${pms.slice(0, 3).join(', ')} or answer for them (DRIs) own ${path} (${owners.find(path).owners.slice(0, 5).join(', ')}), so they alone could open more to whom they review. Ask an engineer to name other owners for it in CODEOWNERS, like those who answer for security or compliance.`;
    return [{ severity: 'info', file: path, line: path === zone.file ? zone.line : 1, message }];
  });
}
