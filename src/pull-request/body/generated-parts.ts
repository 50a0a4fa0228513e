import { createHash } from 'node:crypto';
import { withoutPictures } from './keep-pictures.js';

/** One generated part of a body: what stands between its two markers, and whether somebody has written into it since. */
export interface GeneratedPart {
  readonly name: string;
  readonly text: string;
  /** Where the part begins and ends in the body, with its markers. */
  readonly start: number;
  readonly end: number;
  readonly isChanged: boolean;
}

/** Names are letters alone: nothing of the repository is ever in one. */
const marker = /<!-- pm-zone:(begin|end) ([a-z]{1,20})(?: ([0-9a-f]{12}))? -->/g;
const anyMarker = /<!--\s{0,9}pm-zone:/gi;

/** A text between markers, which nobody sees who reads the page. The one at its end knows what was written, so that a change of it is noticed. */
export function wrapPart(name: string, text: string): string {
  return wrapEdited(name, text, text);
}

/** The same for a text that somebody edited since it was made: the marker says so. */
export function wrapEdited(name: string, text: string, made: string): string {
  return `<!-- pm-zone:begin ${name} -->\n\n${text.trim()}\n\n<!-- pm-zone:end ${name} ${nameText(withoutPictures(made, ['']))} -->`;
}

/** The parts of a body in their order; `undefined` where a marker is broken, doubled or within another part, so that nobody can say whose text is whose. */
export function readGeneratedParts(body: string): readonly GeneratedPart[] | undefined {
  const parts: GeneratedPart[] = [];
  const markers = [...body.matchAll(marker)];
  if (markers.length !== (body.match(anyMarker) ?? []).length || markers.length % 2 !== 0) return undefined;
  for (let at = 0; at < markers.length; at += 2) {
    const [begin, end] = markers.slice(at, at + 2) as [RegExpExecArray, RegExpExecArray];
    const [, , name = ''] = begin;
    const isPair = begin[1] === 'begin' && end[1] === 'end' && end[2] === name && begin[3] === undefined;
    if (!isPair || parts.some((part) => part.name === name)) return undefined;
    const text = body.slice(begin.index + begin[0].length, end.index);
    // A picture that somebody puts in is no change of the words, whatever room it was given.
    const isChanged = [[''], []].every((gap) => end[3] !== nameText(withoutPictures(text, gap)));
    parts.push({ name, text, start: begin.index, end: end.index + end[0].length, isChanged });
  }
  return parts;
}

/** A text of others without what could be taken for a marker. */
export function dropMarkers(text: string): string {
  return text.replace(anyMarker, '<!-- ');
}

/** A body without its markers, for who has no room for them. */
export function stripMarkers(body: string): string {
  return body.replace(/<!-- pm-zone:begin [a-z]{1,20} -->\n\n|\n\n<!-- pm-zone:end [^\n>]{1,60} -->/g, '');
}

/** The same for what a host does to line ends, and for a box that somebody ticked: that is an answer to the text, and kept. */
function nameText(text: string): string {
  const plain = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd().replace(/^(\s*[-*] )\[[xX]\]/, '$1[ ]'))
    .join('\n')
    .trim();
  return createHash('sha256').update(plain).digest('hex').slice(0, 12);
}
