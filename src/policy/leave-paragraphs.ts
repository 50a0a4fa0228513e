import { isOutsideSentence } from './forbid-item.js';
import { forbiddenPaths } from './forbidden-paths.js';
import { keepsOut, leadOf, saysBoth } from './lead.js';
import { readItem } from './rule-item.js';
import { excerptOf, firstLine, sourceOf, type Piece } from './zone-text.js';
import { report, take, type Walk } from './zone-walk.js';

/**
 * Reads the paragraphs that led no list. What they forbid is prose, and the paths in it are locked; so are those in
 * the paragraphs right under a heading that forbids, or under words that do and end in a colon or are all bold, which are a list to
 * everyone but Markdown. A colon with nothing under it that could be read is an error (`followed`: a list or an error of its own follows).
 */
export function leaveParagraphs(walk: Walk, followed = false): void {
  let lead = followed ? undefined : headingOver(walk);
  let isUnread = false;
  const check = (): void => {
    if (lead !== undefined && isUnread && !followed) reportUnread(walk, lead);
  };
  for (const tokens of walk.paragraphs) {
    const effect = isOutsideSentence(tokens) ? undefined : leadOf(tokens);
    const closes = !isOutsideSentence(tokens) && keepsOut(tokens);
    if (effect === 'forbid') walk.prose.push({ file: walk.file, line: firstLine(tokens), text: sourceOf(tokens) });
    const paths = closes || lead !== undefined ? forbiddenPaths(tokens) : [];
    const isBare = lead !== undefined && paths.length === 0 && barePath.test(sourceOf(tokens));
    if (paths.length > 0 || isBare) take(walk, readItem(isBare ? tokens : paths, 'forbid', []));
    const endsInColon = /:\W*$/u.test(sourceOf(tokens));
    if (closes && (endsInColon || tokens.every(({ bold, text }) => bold || text.trim() === ''))) {
      check();
      [lead, isUnread] = [tokens, endsInColon];
    } else if (effect === 'allow') {
      check();
      lead = undefined;
    }
    if (paths.length > 0 || isBare) isUnread = false;
  }
  check();
  walk.paragraphs = [];
}

/** A word that is a path without backticks, and not "and/or". */
const barePath =
  /(?:^|[\s(,])(?:[^\s*]{0,200}\*|[^\s/]{1,200}\/(?=[\s,;.)]|$)|\.{0,2}\/[^\s/]|[^\s/]{1,200}\/[^\s/]{1,200}\/|[^\s/]{1,200}\/[^\s/.]{1,200}\.\w)/u;

/** A heading that forbids, where no list has followed it yet. */
function headingOver({ previous, headings }: Walk): readonly Piece[] | undefined {
  const heading = previous === undefined ? headings.at(-1)?.tokens : undefined;
  return heading !== undefined && keepsOut(heading) && !saysBoth(heading) ? heading : undefined;
}

function reportUnread(walk: Walk, lead: readonly Piece[]): void {
  report(
    walk,
    'error',
    firstLine(lead),
    `No list follows "${excerptOf(sourceOf(lead))}", so nothing enforces it. Ask engineering to write what PMs cannot touch as a list right under it, with the globs in backticks.`,
  );
}
