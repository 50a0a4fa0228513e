import { addLabels } from '../../pull-request/accept-proposal.js';
import type { Proposal } from '../../pull-request/proposal.js';
import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';
import { renewBody } from '../../pull-request/renew-body.js';
import { formatDraftText, parseDraftText } from './draft-text.js';

/** A draft that was shown, and what the PM made of its text. */
export interface EditedDraft {
  readonly made: PullRequestDraft;
  readonly text: string;
  /** Labels that were proposed and that they took. */
  readonly taken: Proposal['labels'];
}

/** Whether the PM changed anything. */
export function isEdited({ made, text }: Pick<EditedDraft, 'made' | 'text'>): boolean {
  return text.replace(/\r\n/g, '\n') !== formatDraftText(made);
}

/** A draft of the change as it is now with the PM's words of an earlier one: their title, and their body with what is generated made new. */
export function applyEdits(draft: PullRequestDraft, { made, text, taken }: EditedDraft): PullRequestDraft {
  const { title, body } = parseDraftText(text, made.body);
  const isOwnTitle = title !== '' && title !== made.title;
  return {
    ...draft,
    title: isOwnTitle ? title : draft.title,
    body: renewBody(body, draft.parts).body,
    labels: addLabels(draft.labels, { labels: taken }),
  };
}
