import { describeAccepted } from '../../pull-request/accept-proposal.js';
import type { Proposal } from '../../pull-request/proposal.js';
import { withMarkers, withoutMarkers } from '../../pull-request/edit-body.js';
import { toComing } from '../../pull-request/picture-lines.js';
import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';

/** How the note begins that stands behind the title, for the PM alone. */
const noteStart = '<!-- Yours to fill in, before you continue (this note is not sent):';

/** A draft as one Markdown text to read and change: the title as its heading, what is left to the PM as a note, then the body without its markers. */
export function formatDraftText({ title, body, toFill }: Pick<PullRequestDraft, 'title' | 'body' | 'toFill'>): string {
  const lines = toFill.map((sentence) => `- ${sentence.replace(/--+>?/g, '-')}`);
  const note = lines.length === 0 ? '' : `${noteStart}\n${lines.join('\n')}\n-->\n\n`;
  return `# ${title}\n\n${note}${withoutMarkers(body)}`;
}

/** The text of a draft with what the PM took of a proposal: its title, and what stands above the description. */
export function acceptInText(text: string, accepted: Proposal): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const title = accepted.title === undefined ? lines.slice(0, first + 1) : [`# ${accepted.title}`];
  const rest = lines.slice(first + 1).join('\n');
  const above = describeAccepted(accepted);
  const end = noteEnd(rest);
  const [note, body] = [rest.slice(0, end).trim(), rest.slice(end).replace(/^\n+/u, '')];
  return [title.join('\n').trim(), note, above, body].filter((part) => part !== '').join('\n\n');
}

/**
 * Title and body as the PM left them, without the note, with the markers of the body that was made, and with a line for each picture that is to come.
 * Without a heading the first line that is not blank is the title.
 */
export function parseDraftText(text: string, made: string): WrittenDraft {
  return parseWith(toComing, text, made);
}

/** The same with the pictures as the PM has them before them. */
export function parseShownDraft(text: string, made: string): WrittenDraft {
  return parseWith((body) => body, text, made);
}

type WrittenDraft = Pick<PullRequestDraft, 'title' | 'body'>;

function parseWith(pictures: (body: string) => string, text: string, made: string): WrittenDraft {
  const lines = withoutNote(text.replace(/\r\n/g, '\n')).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return { title: '', body: '' };
  const title = (lines[first] as string).trim().replace(/^#{1,6}(?:\s+|$)/u, '');
  const rest = lines.slice(first + 1).join('\n');
  return { title, body: withMarkers(pictures(rest.replace(/^\n+/u, '')), made) };
}

/** The lines that the note stands on, from 0; `undefined` where there is none. */
export function draftNote(text: string): { readonly first: number; readonly last: number } | undefined {
  const end = noteEnd(text);
  if (end === 0) return undefined;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  return { first: lineOf(text.indexOf(noteStart)), last: lineOf(end) };
}

function withoutNote(text: string): string {
  const end = noteEnd(text);
  return end === 0 ? text : text.slice(0, text.indexOf(noteStart)) + text.slice(end);
}

/** Where the note ends; 0 where there is none. */
function noteEnd(text: string): number {
  const start = text.indexOf(noteStart);
  const end = start < 0 ? -1 : text.indexOf('-->', start);
  return end < 0 ? 0 : end + 3;
}
