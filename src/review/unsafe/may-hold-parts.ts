import type { ChangedFile } from '../../change/change.js';
import { linesOnlyIn } from './changed-lines.js';

/** What every active part, every order and every address has in one of its lines. Most changes of words have nothing of it, and no commit waits for more. */
const traces =
  /[<@\\&/=|{]|--|\.[a-z]{2}|[\s,[{:-][!*]|www|script|data:|install|add|run|get|npx|pnpx|bunx|uvx|iex|eval|sudo/iu;

/**
 * Whether what the change brings to a catalog could hold a part that does something, or the address of a site. What it takes out counts as well: with the
 * mark of a comment what stood in it is a text.
 */
export function mayHoldParts({ before, after }: ChangedFile): boolean {
  if (after?.text === undefined) return false;
  const old = before?.text ?? '';
  return [...linesOnlyIn(after.text, old), ...linesOnlyIn(old, after.text)].some(({ text }) => traces.test(text));
}
