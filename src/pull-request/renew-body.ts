import { closeOpen } from './body/close-open.js';
import { composeMain, longestBody, mainPart, type BodyPart } from './body/compose-body.js';
import { keepPictures } from './body/keep-pictures.js';
import { readGeneratedParts, wrapPart } from './body/generated-parts.js';

export interface RenewedBody {
  readonly body: string;
  /** What was not renewed, and what to do for it. */
  readonly notes: readonly string[];
}

/**
 * A body as it stands on the host with its generated parts made new. Nothing outside of their markers is changed, and no part that somebody wrote
 * into; a body whose markers nobody can make sense of is left as it is, and one without any gets ours at its end.
 */
export function renewBody(body: string, parts: readonly BodyPart[]): RenewedBody {
  const found = readGeneratedParts(body);
  if (found === undefined) {
    return {
      body,
      notes: [
        'The description is left as it is: the marks around its generated parts (“pm-zone:begin” and “pm-zone:end”) are broken or doubled. Take them all out to get a new one at its end.',
      ],
    };
  }
  const texts = new Map<string, string>(parts.map(({ id, text }) => [id, text]));
  const kept = found.filter(({ isChanged }) => isChanged);
  const made = new Map(
    found
      .filter(({ name, isChanged }) => !isChanged && name !== mainPart)
      .map((part) => [part.name, wrapPart(part.name, answered(texts.get(part.name) ?? nothing, part.text))]),
  );
  const put = (main: string | undefined): string =>
    found.reduceRight((text, { name, start, end, isChanged }) => {
      const part = isChanged ? undefined : name === mainPart ? main : made.get(name);
      return part === undefined ? text : text.slice(0, start) + part + text.slice(end);
    }, body);
  const main = found.find(({ name }) => name === mainPart);
  const isMainNew = main === undefined;
  // What people left open would swallow ours, or show it as code.
  const close = closeOpen(body);
  const gap = !isMainNew || body.trim() === '' ? '' : `\n\n${close === '' ? '' : `${close}\n`}`;
  const before = main?.text ?? '';
  // What is put in again takes room too.
  const room = longestBody - put('').length - gap.length - 1 - keepPictures('', before).length;
  const composed = composeMain(parts, new Set(found.map(({ name }) => name)), room, (text) => answered(text, before));
  const renewed = isMainNew ? `${put(undefined)}${gap}${composed}\n` : put(composed);
  if (renewed.length > longestBody)
    return { body, notes: ['The description is left as it is: it is so long that a new one has no room in it.'] };
  return { body: renewed, notes: kept.length === 0 ? [] : [keptNote] };
}

const nothing = 'Nothing is said of this at the moment.';

const keptNote =
  'Somebody wrote into a generated part of the description, so that part is left as it is. To have it made new, move what they wrote to above or below it, then take the part out together with its two marks (“pm-zone:begin” and “pm-zone:end”).';

/** What people put into a text that is no word of it: pictures, and boxes that they ticked. */
function answered(text: string, before: string): string {
  return keepPictures(ticked(text, before), before);
}

/** Boxes that somebody ticked stay ticked where the line is the same. */
function ticked(text: string, before: string): string {
  const boxes = new Set([...before.matchAll(/^\s*[-*] \[[xX]\] (.*?)\s*$/gm)].map(([, line]) => line));
  return text.replace(/^(\s*[-*] )\[ \] (.*)$/gm, (line, lead: string, rest: string) =>
    boxes.has(rest.trimEnd()) ? `${lead}[x] ${rest}` : line,
  );
}
