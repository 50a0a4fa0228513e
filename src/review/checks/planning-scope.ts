import { findBeyondScope } from '../../planning/find-beyond-scope.js';
import type { Check } from '../check.js';

const byHand = { reports: [], isByHand: true } as const;

/**
 * The change lies in what the plan's Scope says (design §6, "Planning"). It does where the Scope names each file by its path, its name, a folder over it or
 * a glob; of one in words the author says so.
 */
export const planningScope: Check = {
  id: 'planning-scope',
  section: 'Planning',
  severity: 'needs-fix',
  due: 'push',
  kept: 'regulated',
  readsTexts: false,
  async run({ plan: linked, change }) {
    const { plan, planOnly } = await linked();
    if (planOnly) return 'not-applicable';
    if (plan === undefined) return byHand;
    const { paths, namesFiles } = findBeyondScope(
      plan,
      change.files.map(({ path }) => path),
    );
    return namesFiles && paths.length === 0 ? { reports: [] } : byHand;
  },
};
