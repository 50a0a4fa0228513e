import type { Change, Commit } from '../../change/change.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { toInlineCode } from '../../text/plain-markdown.js';
import { joinSome } from '../../text/join-words.js';
import { commitLink, type RepositoryHost } from '../repository-host.js';

const mostNamed = 10;

/**
 * The way from intent to switch, in one line: the commit that planned it, those that changed something, the flags. `undefined` where nobody
 * can tell which plan it is, or nothing is committed.
 */
export function renderTrail(
  { plan }: Pick<LinkedPlan, 'plan'>,
  { commits, base }: Pick<Change, 'commits' | 'base'>,
  flags: readonly string[],
  host: RepositoryHost | undefined,
): string | undefined {
  if (plan === undefined) return undefined;
  const touches = ({ files }: Commit): boolean => files.some(({ path }) => path === plan.path);
  const planned = commits.find(touches)?.oid ?? base.commit;
  const changed = commits.filter(
    ({ files, parents }) => parents.length < 2 && files.some(({ path }) => path !== plan.path),
  );
  if (planned === undefined || changed.length === 0) return undefined;
  const named = (commit: string): string =>
    host === undefined ? toInlineCode(commit.slice(0, 10)) : `[${commit.slice(0, 10)}](${commitLink(host, commit)})`;
  const steps = joinSome(
    changed.map(({ oid }) => named(oid)),
    mostNamed,
  );
  const end = flags.length === 0 ? 'no flag' : `flag ${flags.slice(0, mostNamed).map(toInlineCode).join(', ')}`;
  const begun = commits.some(touches) ? 'planned in' : 'planned before';
  return `Trail: ${begun} ${named(planned)} → changed in ${steps} → ${end}`;
}
