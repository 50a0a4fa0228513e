import { isOutsideSentence } from './forbid-item.js';
import { forbiddenPaths } from './forbidden-paths.js';
import { keepsOut, leadOf } from './lead.js';
import { readItem } from './rule-item.js';
import { excerptOf, firstLine, sourceOf, type Piece } from './zone-text.js';
import { report, take, type Walk } from './zone-walk.js';

/**
 * Paragraphs that turned out to lead no list. What they forbid is prose, and the paths in it are locked; so are those in
 * the paragraphs right under words that forbid and end in a colon, which are a list to everyone but Markdown. A colon
 * with nothing under it that could be read is an error (`followed`: a list or an error of its own follows).
 */
export function leaveParagraphs(walk: Walk, followed = false): void {
  let lead: readonly Piece[] | undefined;
  let isUnread = false;
  const check = (): void => {
    if (lead !== undefined && isUnread && !followed) reportUnread(walk, lead);
  };
  for (const pieces of walk.paragraphs) {
    const effect = isOutsideSentence(pieces) ? undefined : leadOf(pieces);
    const closes = !isOutsideSentence(pieces) && keepsOut(pieces);
    if (effect === 'forbid') walk.prose.push({ file: walk.file, line: firstLine(pieces), text: sourceOf(pieces) });
    const paths = closes || lead !== undefined ? forbiddenPaths(pieces) : [];
    const isBare =
      lead !== undefined && paths.length === 0 && /[*/][\p{L}\p{N}*]|[\p{L}\p{N}][*/]/u.test(sourceOf(pieces));
    if (paths.length > 0 || isBare) take(walk, readItem(isBare ? pieces : paths, 'forbid', []));
    if (closes && /:\W*$/u.test(sourceOf(pieces))) {
      check();
      [lead, isUnread] = [pieces, true];
    } else if (effect === 'allow') {
      check();
      lead = undefined;
    }
    if (paths.length > 0 || isBare) isUnread = false;
  }
  check();
  walk.paragraphs = [];
}

function reportUnread(walk: Walk, lead: readonly Piece[]): void {
  report(
    walk,
    'error',
    firstLine(lead),
    `No list follows "${excerptOf(sourceOf(lead))}", so nothing enforces it. Ask engineering to write what PMs cannot touch as a list right under it, with the globs in backticks.`,
  );
}
