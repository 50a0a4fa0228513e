import { findNamedPaths } from '../../list-items/close-paths.js';
import { normalizeHandle } from '../../asking.js';
import { forbids } from '../../grammar/forbidding-words.js';
import type { Phrase } from '../../grammar/phrase.js';
import type { Reason, RosterRow, SectionProblem, ZoneSettings } from '../../policy.js';
import { toExcerpt } from '../../grammar/tokenize.js';

/** A paragraph of which an engineer says, by their handle, that it demands nothing. */
export interface MarkedRemark extends Reason {
  readonly by: string;
}

/**
 * Who says of a paragraph that it demands nothing: "Remark (@erin): …". `undefined` for any other paragraph, and for one that names a path or
 * keeps somebody out, whatever stands before it.
 */
export function readRemarkMark({ words, source, tokens, isOdd }: Phrase): string | undefined {
  const [, by] = mark.exec(words) ?? [];
  if (by === undefined || isOdd || findNamedPaths(tokens).length > 0) return undefined;
  return forbids(source) ? undefined : by;
}

const mark = /^remark \(@([\p{L}\p{N}][\p{L}\p{N}_./-]{0,80})\): \S/u;

/** Marked paragraphs that are conditions all the same, since whoever marked them is no engineer of the policy, with a problem for each. */
export function findDoubtfulRemarks(
  remarks: readonly MarkedRemark[],
  roster: readonly RosterRow[],
  { engineers }: ZoneSettings,
): { readonly prose: readonly Reason[]; readonly problems: readonly SectionProblem[] } {
  const pms = namesOf(roster.flatMap(({ handles }) => handles));
  const known = engineers && namesOf([...engineers, ...roster.flatMap(({ engineeringDris }) => engineeringDris)]);
  const doubtful = remarks.filter(({ by }) => pms.has(by) || known?.has(by) === false);
  return {
    prose: doubtful.map(({ file, line, text }) => ({ file, line, text })),
    problems: doubtful.map(({ by, line, text }): SectionProblem => {
      const why = pms.has(by) ? 'is a pilot PM' : 'is none of the engineers that the policy names';
      const message = `@${by} ${why}, so the engineering DRI is asked about "${toExcerpt(text)}" on every change. Ask an engineer to mark it with their own handle, if it demands nothing.`;
      return { severity: 'warning', line, message };
    }),
  };
}

function namesOf(handles: readonly string[]): ReadonlySet<string> {
  return new Set(handles.map(normalizeHandle));
}
