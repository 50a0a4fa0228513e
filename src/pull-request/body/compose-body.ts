import { dropMarkers, wrapPart } from './generated-parts.js';
import { fillPullRequestTemplate, type BodySection, type FilledTemplate } from './fill-pull-request-template.js';

/** One section of the description, under its heading. Those that a template may ask for have its name for them. */
export interface BodyPart {
  readonly id: BodySection | 'pairing' | 'signoff' | 'review' | 'left';
  readonly heading: string;
  readonly text: string;
}

export interface ComposedBody {
  readonly body: string;
  /** What of the repository's template is left to people. */
  readonly unfilled: FilledTemplate['unfilled'];
}

/** GitHub's limit for a body, in characters. */
export const longestBody = 65_536;

/** The part that holds all that no heading of the template asks for. */
export const mainPart = 'main';

/** The repository's own template first, with our texts under its headings, then all others under ours. Each of our texts stands between markers. */
export function composeBody(template: string | undefined, parts: readonly BodyPart[]): ComposedBody {
  const texts = new Map(parts.flatMap(({ id, text }) => (isAskedFor(id) ? [[id, wrapPart(id, text)] as const] : [])));
  const own = template === undefined ? undefined : fillPullRequestTemplate(dropMarkers(template), texts);
  const head = own === undefined || own.markdown.trim() === '' ? '' : `${own.markdown.trimEnd()}\n\n`;
  if (own !== undefined && head.length > longestBody / 2) return composeBody(undefined, parts);
  const main = composeMain(parts, own?.filled ?? new Set(), longestBody - head.length - 1);
  return { body: `${head}${main}\n`, unfilled: own?.unfilled ?? [] };
}

/** The sections that stand nowhere else, in at most `room` characters with the markers around them, and what `finish` adds. */
export function composeMain(
  parts: readonly BodyPart[],
  elsewhere: ReadonlySet<string>,
  room: number,
  finish = (text: string): string => text,
): string {
  const sections = parts.filter(({ id }) => !elsewhere.has(id)).map(({ heading, text }) => `## ${heading}\n\n${text}`);
  return wrapPart(mainPart, finish(fit(sections, room - wrapPart(mainPart, '').length)));
}

const cutNote = '… A part of this description was too long and is left out.';

/** As many as there is room for, in order; one that does not fit is left out whole, so that nothing in it stays open. */
function fit(sections: readonly string[], room: number): string {
  let text = '';
  let isCut = false;
  for (const section of sections) {
    const next = text === '' ? section : `${text}\n\n${section}`;
    if (next.length + cutNote.length + 2 <= room) text = next;
    else isCut = true;
  }
  return isCut ? `${text}\n\n${cutNote}`.trimStart() : text;
}

function isAskedFor(id: BodyPart['id']): id is BodySection {
  return !['pairing', 'signoff', 'review', 'left'].includes(id);
}
