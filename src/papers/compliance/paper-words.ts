import { stateWords, type ControlState } from '../../controls/host-line.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Line, Mark, Span } from '../paper.js';

const marks: Readonly<Record<ControlState, Mark>> = {
  enforced: 'good',
  guidance: 'weak',
  'not-set': 'bad',
  unread: 'open',
};

/** A state as it reads. Of a host that was not asked nothing could be read, and the words say why. */
export function stateSpan(state: ControlState, isAsked = true): Span {
  return { mark: marks[state], words: state === 'unread' && !isAsked ? 'not asked' : stateWords[state] };
}

/** A file and line of the commit. */
export function placeSpan({ pageOf }: Pick<ComplianceFacts, 'pageOf'>, path: string, line?: number): Span {
  return { text: line === undefined ? path : `${path}:${line}`, link: pageOf(path, line) };
}

/** Pieces with a comma between them; `none` where there are none. */
export function joined(spans: readonly Span[], none: Span = 'none'): Line {
  return spans.length === 0 ? [none] : spans.flatMap((span, at) => (at === 0 ? [span] : [', ', span]));
}

/** A text as one word of a shell. */
export function quoteShell(text: string): string {
  return /^[\w./:@%+=,-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A number as people write it. */
export function figure(number: number): string {
  return number.toLocaleString('en-US');
}

/** The first of many, and how many more there are. */
export function fewOf<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly more: number } {
  return { shown: all.slice(0, most), more: Math.max(0, all.length - most) };
}

/** What shows what doctor says of the commit again; `where` says where in it the figures stand. */
export function doctorCommand({ tip }: Pick<ComplianceFacts, 'tip'>, where: string): string {
  return `pm-zone doctor --head ${tip.commit} --format json   # ${where}`;
}

/** What shows a file of the commit again. */
export function showCommand({ tip }: Pick<ComplianceFacts, 'tip'>, path: string): string {
  return `git show ${quoteShell(`${tip.commit}:${path}`)}`;
}

/** What shows the lines of a file of the commit, each with its number. */
export function linesCommand({ tip }: Pick<ComplianceFacts, 'tip'>, path: string): string {
  return `${gitOfPath} grep -n -e . ${tip.commit} -- ${quoteShell(path)}`;
}

/** Git as it takes a path for that path alone, whatever signs are in it (`app/[locale]/page.md`). */
export const gitOfPath = 'git --literal-pathspecs';
