import { printable } from '../../text/printable.js';

export interface Waiver {
  readonly finding: string;
  readonly reason: string;
}

export interface FoundWaivers {
  readonly waives: readonly Waiver[];
  /** How many lines look like a waiver and are none. */
  readonly unclear: number;
}

const mostWaivers = 100;
const longestBody = 100_000;

/**
 * The waivers that somebody wrote: lines `pm-zone waive FINDING: reason`, each the beginning of a paragraph or right below another. Nothing
 * in quotes, code and lists is one, nor what follows HTML, which can hide or quote it; a text too long for a host is not read.
 */
export function findWaivers(body: string): FoundWaivers {
  const waives: Waiver[] = [];
  let unclear = 0;
  let fence: string | undefined;
  let html = false;
  let begins = true;
  for (const line of body.length > longestBody ? [] : body.split(/\r\n|\n|\r/)) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      // Only a mark of the same sign and at least its length, with nothing after it, ends a fence.
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      begins = false;
      continue;
    }
    html ||= /<[a-z/!?]/i.test(line);
    const said: Waiver | undefined = begins && !html ? readWaiver(line) : undefined;
    begins = line.trim() === '' || said !== undefined;
    if (said !== undefined && waives.length < mostWaivers) waives.push(said);
    else if (/^\s{0,3}pm-zone\s+waive\b/i.test(line)) unclear++;
  }
  return { waives, unclear };
}

function readWaiver(line: string): Waiver | undefined {
  const said = /^pm-zone waive (\S{1,500}): +(\S.{0,999})$/.exec(line.trimEnd());
  if (said === null || printable(line) !== line) return undefined;
  const [, finding = '', reason = ''] = said;
  return { finding, reason };
}
