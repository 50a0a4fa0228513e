import { writePullRequestFile } from '../../git/create-file.js';
import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';
import { printable } from '../../text/printable.js';

/** What the address of the host's page lacks and where that lies, and what is left to the PM. */
export function describePage(draft: PullRequestDraft, gitDir: string): readonly string[] {
  if (draft.urlHolds === 'all') return draft.toFill;
  const path = writePullRequestFile(gitDir, draft.body);
  const where =
    path === undefined ? 'pm-zone pr --dry-run prints the whole one' : `The whole one lies in ${printable(path)}`;
  const held = draft.urlHolds === 'short-body' ? 'a shortened description' : 'no description';
  return [
    `The page’s address has room for ${held}. ${where}: paste it into the page, over what is there.`,
    ...draft.toFill,
  ];
}
