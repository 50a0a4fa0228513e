import type { Change } from '../../change/change.js';
import { findBeyondScope } from '../../planning/find-beyond-scope.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { toInlineCode } from '../../text/plain-markdown.js';
import { joinSome } from '../../text/join-words.js';

const mostPaths = 20;

/** The changed files that a plan which names files does not name, since its author confirms that the change stays in its Scope. */
export function renderBeyondScope(
  { plan }: Pick<LinkedPlan, 'plan'>,
  { files }: Pick<Change, 'files'>,
): string | undefined {
  if (plan === undefined) return undefined;
  const { paths, namesFiles } = findBeyondScope(
    plan,
    files.map(({ path }) => path),
  );
  if (!namesFiles || paths.length === 0) return undefined;
  return `Changed, and not named in the plan’s Scope: ${joinSome(paths.map(toInlineCode), mostPaths)}.`;
}
