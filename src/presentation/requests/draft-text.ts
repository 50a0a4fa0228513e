import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';

/** A draft as one Markdown text to read and change: the title as its heading, then the body. */
export function formatDraftText({ title, body }: Pick<PullRequestDraft, 'title' | 'body'>): string {
  return `# ${title}\n\n${body}`;
}

/** Title and body as the PM left them. Without a heading the first line that is not blank is the title. */
export function parseDraftText(text: string): { readonly title: string; readonly body: string } {
  const lines = text.split(/\r?\n/u);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return { title: '', body: '' };
  const title = (lines[first] as string).replace(/^#{1,6}(?:\s+|$)/u, '').trim();
  const rest = lines.slice(first + 1).join('\n');
  return { title, body: rest.replace(/^\n+/u, '') };
}
