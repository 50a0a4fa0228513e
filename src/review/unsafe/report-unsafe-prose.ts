import type { ChangedFile } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import type { Report } from '../check.js';
import { findActiveParts, type ActivePart } from './find-active-parts.js';
import { findNewParts } from './find-new-parts.js';
import { findOrders, type ReadProse } from './find-orders.js';
import { blankOutCode } from './blank-out-code.js';
import { placesInProse } from './place-in-prose.js';

/**
 * Parts of prose, flags or prompts that do something on a page which shows them, or have a tool do it. Prose may speak of such a thing, and a prompt call
 * its own sections so: a person says which of the two it is.
 */
export function reportUnsafeProse({ path, before, after }: ChangedFile, who: string): readonly Report[] {
  if (after?.text === undefined) return [];
  const [old, text] = [before?.text ?? '', after.text];
  const read = (side: string): ReadProse => ({ text: side, page: isMarkdown.test(path) ? blankOutCode(side) : side });
  const [was, now] = [read(old), read(text)];
  const find = classifyFile(path) === 'prompts' ? findInPrompt : findOnPage;
  const found = find(now.page);
  const parts = found.length === 0 ? [] : findNewParts(found, find(was.page));
  return [
    ...parts.map(({ what, line, isKnownKind }): Report => ({
      message: `This has ${isKnownKind ? `another ${what} than before` : what} in it now, which does something on a page that shows it. That it is safe here ${who} confirms in the pull request.`,
      severity: 'note',
      path,
      line,
      undecided: true,
    })),
    ...findNewParts(findOrders(path, now, was), findOrders(path, was, now)).map(({ what, line }): Report => ({
      message: `This has ${what} in it now, which tools or readers may carry out. That it is safe here ${who} confirms in the pull request.`,
      severity: 'note',
      path,
      line,
      undecided: true,
    })),
  ];
}

const isMarkdown = /\.(?:md|markdown)$/iu;

/** No page shows a prompt: in its sections the words change. */
function findInPrompt(text: string): readonly ActivePart[] {
  return findActiveParts(text).map((part) => (part.what.startsWith('<') ? { ...part, written: part.what } : part));
}

function findOnPage(text: string): readonly ActivePart[] {
  const parts = findActiveParts(text);
  const places = parts.length === 0 ? [] : placesInProse(text);
  return parts.map((part) => ({ ...part, written: `${part.written} ${places[part.line - 1] as string}` }));
}
