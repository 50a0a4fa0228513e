import { readChange } from '../../change/read-change.js';
import { flagFileMatcher, planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import { isRegulated } from '../../policy/is-regulated.js';
import type { PolicySession } from '../../policy/policy-session.js';
import { buildReviewContext } from '../../review/build-review-context.js';
import { isBehindFlag } from '../../review/is-behind-flag.js';
import { findPlanStart, type PlanStart } from './plan-start.js';

/** What everything since the base, committed or not, says of the plan that it still needs. Rejects with a `GitError`. */
export async function readPlanStart(session: PolicySession): Promise<PlanStart> {
  const loaded = await readChange(session.repository, { kind: 'worktree', base: session.base });
  const context = await buildReviewContext(session, loaded, 'edit');
  const [{ differences }, { texts, catalogs }] = await Promise.all([context.flags(), context.texts()]);
  const { createSecretHider } = await import('../../parsers/hide-secrets.js');
  return findPlanStart({
    hideSecrets: createSecretHider(
      context.change.files.flatMap(({ path, after }) =>
        after?.text === undefined ? [] : [{ path, text: after.text }],
      ),
    ),
    change: context.change,
    isLocked: (path) => context.judgements.get(path)?.standing === 'locked',
    asking: session.asking,
    isPlanningDoc: planningDocMatcher(session.policy),
    isFlagFile: flagFileMatcher(session.policy),
    isRegulated: isRegulated(session.policy),
    touchedFlags: [...new Set(differences.map(({ key }) => key))],
    askingPaths: [...new Set(texts.flatMap(({ uses }) => uses.sure.map(({ path }) => path)))],
    catalogs,
    snapshot: context.snapshot,
    areWords: async (file) => typeof (await context.words(file)) === 'string',
    isBehind: (flag) => isBehindFlag(context, flag),
  });
}
