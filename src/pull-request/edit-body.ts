import { alignLines, countLines } from '../change/compare-lines.js';
import {
  dropMarkers,
  readGeneratedParts,
  stripMarkers,
  wrapEdited,
  type GeneratedPart,
} from './body/generated-parts.js';

/** A body for its author to read and change: without the markers, which say nothing to them. */
export function withoutMarkers(body: string): string {
  return stripMarkers(body);
}

/**
 * What the author made of it, with the markers of the body `made` around what is left of each generated part. What they wrote before or after a part
 * lies outside of it and one that they wrote into is marked as that, so that neither is lost when the parts are made new.
 */
export function withMarkers(edited: string, made: string): string {
  const parts = readGeneratedParts(made) ?? [];
  const lines = dropMarkers(edited).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const { oldLineOf } = alignLines(withoutMarkers(made), lines.join(''));
  let body = '';
  let done = 0;
  for (const { part, first, last } of placesOf(made, parts)) {
    const [from, to] = findEdited(oldLineOf, first, last, done);
    const text = lines.slice(from, to).join('');
    body += lines.slice(done, from).join('');
    const gap = body === '' || body.endsWith('\n') ? '' : '\n\n';
    const end = text === '' || text.endsWith('\n') ? '\n' : '';
    body += gap + wrapEdited(part.name, text, part.text) + end;
    done = to;
  }
  return body + lines.slice(done).join('');
}

interface Place {
  readonly part: GeneratedPart;
  /** Its first and last line in the body without markers, from 1. */
  readonly first: number;
  readonly last: number;
}

function placesOf(made: string, parts: readonly GeneratedPart[]): readonly Place[] {
  return parts.map((part) => {
    const above = withoutMarkers(made.slice(0, part.start));
    const first = countLines(above) + 1;
    return { part, first, last: first + countLines(part.text.trim()) - 1 };
  });
}

/**
 * Which lines stand where `first` to `last` stood: from the first of them, or what took its place, up to before the line behind the last. Words
 * beside a line that is still there are outside.
 */
function findEdited(oldLineOf: Uint32Array, first: number, last: number, done: number): readonly [number, number] {
  const isKept = last >= first;
  const [begin, end] = [oldLineOf.indexOf(first), oldLineOf.indexOf(last)];
  const above = oldLineOf.findLastIndex((line) => line > 0 && line < first) + 1;
  const below = oldLineOf.findIndex((line) => line > last);
  const from = Math.max(done, isKept && begin >= 0 ? begin : above);
  const to = isKept && end >= 0 ? end + 1 : below >= 0 ? below : oldLineOf.length;
  return [from, Math.max(from, to)];
}
