import type { ChangedFile } from '../../../change/change.js';
import type { Report } from '../../check.js';

/**
 * A file of which every line ends in another way than before, as an editor saved it and git stores it: the change looks as if all of it were new, and nobody
 * sees what is.
 */
export function reportLineEnds({ path, before, after }: ChangedFile): readonly Report[] {
  if (before?.text === undefined || after?.text === undefined) return [];
  const [old, now] = [endsOf(before.text), endsOf(after.text)];
  return old !== undefined && now !== undefined && old !== now ? [{ message: describe(now, old), path, line: 1 }] : [];
}

/** `undefined` where both stand in it, and where it has next to no lines. */
function endsOf(text: string): 'CRLF' | 'LF' | undefined {
  const first = text.indexOf('\n');
  if (first < 0 || text.indexOf('\n', first + 1) < 0) return undefined;
  if (!text.includes('\r\n')) return 'LF';
  return /(?:^|[^\r])\n/.test(text) ? undefined : 'CRLF';
}

function describe(now: string, old: string): string {
  return `Every line of this file ends in another way now (${now}, not ${old}), as an editor saved it, so that all of it looks changed and nobody sees what you changed. Choose “${old}” at the bottom of the window of VS Code, and save the file again.`;
}
