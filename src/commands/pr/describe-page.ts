import { writePullRequestFile } from '../../git/create-file.js';
import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';
import { findComing } from '../../pull-request/picture-lines.js';
import { printable } from '../../text/printable.js';

/** The folders of git and of pictures. */
export interface DraftPlaces {
  readonly gitDir: string;
  readonly folder: string;
}

/** What the address of the host's page lacks and where that lies, and what is left to the PM: to fill in, to set and to ask for there. */
export function describePage(draft: PullRequestDraft, { gitDir, folder }: DraftPlaces): readonly string[] {
  const { labels, reviewers } = draft;
  const left = [
    ...draft.toFill,
    ...describePictures(draft.body, folder),
    `There, set these labels: ${labels.join(', ')}.`,
    ...(reviewers.length === 0 ? [] : [`Ask these people to review it: ${reviewers.join(', ')}.`]),
  ];
  if (draft.urlHolds === 'all') return left;
  const path = writePullRequestFile(gitDir, draft.body);
  const where =
    path === undefined ? 'pm-zone pr --dry-run prints the whole one' : `The whole one lies in ${printable(path)}`;
  const held = draft.urlHolds === 'short-body' ? 'a shortened description' : 'no description';
  return [`The page’s address has room for ${held}. ${where}: paste it into the page, over what is there.`, ...left];
}

function describePictures(body: string, folder: string): readonly string[] {
  const names = [...new Set(findComing(body).map(({ name }) => name))];
  if (names.length === 0) return [];
  return [
    `On that page, drop your pictures into the description, each over the line that names it: ${names.join(', ')}. They lie in ${printable(folder)}.`,
  ];
}
