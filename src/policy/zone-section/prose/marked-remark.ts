import { normalizeHandle } from '../../asking.js';
import { findWordAgainstRemark } from '../../grammar/remarks/word-against-remark.js';
import type { Phrase } from '../../grammar/phrase.js';
import { splitSentences } from '../../grammar/split-sentences.js';
import { toExcerpt, toSourceText } from '../../grammar/tokenize.js';
import { findNamedPaths } from '../../list-items/close-paths.js';
import type { Reason, RosterRow, SectionProblem, ZoneSettings } from '../../policy.js';
import { addProblem, type MarkedRemark, type SectionWalk } from '../section-walk.js';

/**
 * Keeps a paragraph of which an engineer says, by their handle, that it demands nothing: "Remark (@erin): …". False for any other paragraph, which is
 * read as all others are; where one that is marked names a path or keeps somebody out, a problem says so.
 */
export function keepRemark(walk: SectionWalk, phrase: Phrase): boolean {
  const [, by] = mark.exec(phrase.words) ?? [];
  if (by === undefined) return false;
  const fault = by === placeholder ? noHandle : findFault(phrase);
  if (fault === undefined) {
    walk.remarks.push({ file: walk.file, line: phrase.line, text: phrase.source, by });
    return true;
  }
  const { why, next } = fault;
  const message = `“${toExcerpt(phrase.source)}” is no remark, since ${why}, so the engineering DRI is asked about it on every change. Ask an engineer to ${next}, or to move it out of the PM zone.`;
  addProblem(walk, 'warning', phrase.line, message);
  return false;
}

/** Whether a paragraph is marked as a remark, rightly or not. */
export function isMarkedAsRemark({ words }: Phrase): boolean {
  return mark.test(words);
}

const mark = /^remark \(@([\p{L}\p{N}][\p{L}\p{N}_./-]{0,80})\): \S/u;

/** The handle of no one, as messages and the documentation write it. */
const placeholder = 'handle';
const noHandle: Fault = { why: 'it names no engineer', next: 'put their own handle in place of “@handle”' };

/** Why a paragraph is none though it is marked, and what to do about it. */
interface Fault {
  readonly why: string;
  readonly next: string;
}

function findFault({ tokens, isOdd }: Phrase): Fault | undefined {
  if (isOdd) {
    const why = 'something in it is struck through, hidden, a picture, HTML or a footnote';
    return { why, next: 'write it in plain words' };
  }
  const [path] = findNamedPaths(tokens);
  if (path !== undefined) return { why: `it names ${path.text}`, next: 'write it without that path' };
  for (const sentence of splitSentences(tokens)) {
    const text = toSourceText(sentence).replace(/^remark \([^)]*\):/iu, '');
    const found = findWordAgainstRemark(text);
    if (found !== undefined) return { why: `“${found.word}” in it may ${found.may}`, next: 'reword that' };
  }
  return undefined;
}

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
