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

/** What shows what doctor says of the commit again. */
export function doctorCommand({ tip }: Pick<ComplianceFacts, 'tip'>): string {
  return `pm-zone doctor --head ${tip.commit} --format json`;
}

/** What shows the items, and all else that this document holds, as data. */
export function paperCommand({ tip }: Pick<ComplianceFacts, 'tip'>): string {
  return `pm-zone compliance --head ${tip.commit} --format json`;
}

/** What shows a line of a file of the commit again. */
export function showCommand({ tip }: Pick<ComplianceFacts, 'tip'>, path: string): string {
  return `git show ${quoteShell(`${tip.commit}:${path}`)}`;
}
