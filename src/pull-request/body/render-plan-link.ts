import type { Change } from '../../change/change.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { permanentLink, type RepositoryHost } from '../repository-host.js';
import { toInlineCode, toPlainMarkdown } from '../../text/plain-markdown.js';

/** A link to the plan as it is in this change, which stays what it is when the plan goes on. */
export function renderPlanLink(
  { plan }: LinkedPlan,
  commit: string | undefined,
  host: RepositoryHost | undefined,
): string {
  if (plan === undefined) return 'No planning doc is linked to this change.';
  const name = plan.doc.title === undefined ? '' : `**${toPlainMarkdown(plan.doc.title, 200)}**, `;
  const status = plan.doc.status === undefined ? '' : ` (Status: ${plan.doc.status})`;
  if (commit === undefined) return `${name}${toInlineCode(plan.path)}${status}, not committed yet.`;
  const place =
    host === undefined
      ? `${toInlineCode(plan.path)} at ${toInlineCode(commit)}`
      : `[${toPlainMarkdown(plan.path, 200)}](${permanentLink(host, commit, plan.path)})`;
  return `${name}${place}${status}`;
}

/** The commit that the plan is linked at: the last of the change that touches it, else the base. */
export function findPlanCommit(plan: string, { commits, base, files: changed }: Change): string | undefined {
  const last = commits.findLast(({ files }) => files.some(({ path, oid }) => path === plan && oid !== undefined));
  return last?.oid ?? (changed.some(({ path }) => path === plan) ? undefined : base.commit);
}
