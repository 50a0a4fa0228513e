import type { ChangedFile } from '../../change/change.js';
import { linesOnlyIn } from './changed-lines.js';

/** What every active part, every order and every address has in one of its lines. */
const traces =
  /[<@\\&/=|{]|--|\.[a-z]{2}|[\s,[{:-][!*]|www|script|data:|install|add|run|get|npx|pnpx|bunx|uvx|iex|eval|sudo/iu;

/** What every active part has of which nobody has to be asked, and few changes of words have. */
const blockingTraces = /[<&=\\|]|\{!!|\{\{[{-]|script|\bdata\s{0,9}:|\S\t/iu;

/**
 * Whether what the change brings to a catalog could hold a part that does something, or the address of a site. What it takes out counts as well: with the
 * mark of a comment what stood in it is a text.
 */
export function mayHoldParts(file: ChangedFile): boolean {
  return hasTraces(file, traces);
}

/** The same of what stops the change by itself. */
export function mayHoldBlockingParts(file: ChangedFile): boolean {
  return hasTraces(file, blockingTraces);
}

function hasTraces({ before, after }: ChangedFile, wanted: RegExp): boolean {
  if (after?.text === undefined) return false;
  const old = before?.text ?? '';
  return [...linesOnlyIn(after.text, old), ...linesOnlyIn(old, after.text)].some(({ text }) => wanted.test(text));
}
