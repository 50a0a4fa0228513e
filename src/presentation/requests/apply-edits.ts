import { addLabels } from '../../pull-request/accept-proposal.js';
import type { Proposal } from '../../pull-request/proposal.js';
import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';
import { renewBody } from '../../pull-request/renew-body.js';
import { formatDraftText, parseDraftText, parseShownDraft } from './draft-text.js';

/** A draft that was shown, and what the PM made of its text. */
export interface EditedDraft {
  readonly made: PullRequestDraft;
  readonly text: string;
  /** Labels that were proposed and that they took. */
  readonly taken: Proposal['labels'];
}

/** What of a draft its text shows, and what the PM made of that. */
interface EditedText {
  readonly made: ShownPart;
  readonly text: string;
}

type ShownPart = Pick<PullRequestDraft, 'title' | 'body' | 'toFill'>;

/** Whether the PM changed anything. */
export function isEdited({ made, text }: EditedText): boolean {
  return text.replace(/\r\n/g, '\n') !== formatDraftText(made);
}

/** A draft of the change as it is now with the PM's words of an earlier one: their title, and their body with what is generated made new. */
export function applyEdits(draft: PullRequestDraft, { made, text, taken }: EditedDraft): PullRequestDraft {
  const written = renew(draft, made, parseDraftText(text, made.body));
  return { ...draft, ...written, labels: addLabels(draft.labels, { labels: taken }) };
}

/** The text of an earlier draft, which is still open, for the change as it is now. */
export function renewDraftText(draft: PullRequestDraft, { made, text }: EditedText): string {
  const { toFill } = draft;
  return isEdited({ made, text })
    ? formatDraftText({ ...renew(draft, made, parseShownDraft(text, made.body)), toFill })
    : formatDraftText(draft);
}

/** What is generated made new, between the title and the words that are theirs. */
function renew(
  { title, parts }: PullRequestDraft,
  made: ShownPart,
  written: Pick<PullRequestDraft, 'title' | 'body'>,
): Pick<PullRequestDraft, 'title' | 'body'> {
  const isOwnTitle = written.title !== '' && written.title !== made.title;
  return { title: isOwnTitle ? written.title : title, body: renewBody(written.body, parts).body };
}
