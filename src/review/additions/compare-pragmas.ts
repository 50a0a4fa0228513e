import { findPragma } from './find-pragma.js';
import { lostMessage, type Violation } from './violation.js';

/** A comment: what stands between its signs, and what it stands before where that matters. */
export interface Comment {
  readonly text: string;
  readonly isBlock: boolean;
  readonly at: number;
  readonly before?: string;
}

/**
 * Comments that tools heed (`findPragma`) and that are new, are gone, say something else or stand before something else. All other
 * comments may come and go.
 */
export function comparePragmas(before: readonly Comment[], after: readonly Comment[]): readonly Violation[] {
  const old = new Map<string, { readonly pragma: string; count: number }>();
  for (const comment of before) {
    const pragma = findPragma(comment);
    if (pragma === undefined) continue;
    const known = old.get(keyOf(comment));
    if (known === undefined) old.set(keyOf(comment), { pragma, count: 1 });
    else known.count += 1;
  }
  const violations: Violation[] = [];
  for (const comment of after) {
    const pragma = findPragma(comment);
    if (pragma === undefined) continue;
    const known = old.get(keyOf(comment));
    if (known === undefined || known.count === 0) violations.push({ message: heeded(pragma), at: comment.at });
    else known.count -= 1;
  }
  if (violations.length > 0) return violations;
  return [...old.values()].flatMap(({ pragma, count }) =>
    count === 0 ? [] : [{ message: lostMessage(pragma), at: 0 }],
  );
}

/** The white space of a comment says nothing. */
function keyOf({ text, before = '' }: Comment): string {
  return `${before}\n${text.replace(/\s+/g, ' ').trim()}`;
}

function heeded(pragma: string): string {
  return `“${pragma.slice(0, 60)}” in a comment tells programs what to do, so it is no addition. Take it out or put it back, or ask an engineer to write it with you.`;
}
