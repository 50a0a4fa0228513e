import { canonicalLabel } from '../../planning/plan-labels.js';
import { toMarkdownCode, toMarkdownText } from '../../planning/inline-markdown.js';
import { toPlainLine } from '../../git/git-error.js';
import type { KnownFlag } from './known-flags.js';
import { parseLabelLine } from './labels/label-line.js';
import type { PlanFacts } from './plan-facts.js';

/** A value that may stand at the cursor. */
export interface PlanCompletion {
  readonly label: string;
  /** Why it is offered. */
  readonly detail: string;
  readonly insertText: string;
  /** What the words that stand there are compared with. */
  readonly filterText: string;
  /** The characters of the line that it takes the place of, from 0; the end is not included. */
  readonly start: number;
  readonly end: number;
}

/** Whether a flag is named on this line: what the flag files have is only read for such. */
export function isFlagLine(line: string): boolean {
  return canonicalLabel(parseLabelLine(line)?.label ?? '') === 'flag';
}

/**
 * What a label of a planning doc may say, offered where its value is written. `character` is from 0; `known` is what the flag files
 * have. Nothing anywhere else.
 */
export function completePlanLine(
  line: string,
  character: number,
  facts: PlanFacts,
  known: readonly KnownFlag[] = [],
): readonly PlanCompletion[] {
  const cut = parseLabelLine(line);
  if (cut === undefined) return [];
  const start = cut.before.length + cut.label.length + cut.between.length;
  const blanks = cut.value === '' ? cut.after.length - cut.after.trimStart().length : cut.value.length;
  if (character < start || character > start + blanks) return [];
  const whole = cut.value === '' ? { start: character, end: character } : { start, end: start + cut.value.length };
  return valuesOf(cut.label, facts, known).map(({ isOneOfSeveral, ...value }) => {
    const place = isOneOfSeveral ? nameAt(line, character, whole) : whole;
    const written = line.slice(place.start, place.end);
    const space = /\S$/.test(line.slice(0, place.start)) ? ' ' : '';
    return { ...value, insertText: space + value.insertText, filterText: filterFor(written, value), ...place };
  });
}

/** What is typed is compared with this: a placeholder gives way to anything, and a backtick is typed where one will stand. */
function filterFor(written: string, { label, insertText }: Pick<Value, 'label' | 'insertText'>): string {
  if (written.startsWith('[')) return written;
  return written.startsWith('`') ? insertText : label;
}

interface Value extends Pick<PlanCompletion, 'label' | 'detail' | 'insertText'> {
  readonly isOneOfSeveral: boolean;
}

function valuesOf(label: string, facts: PlanFacts, known: readonly KnownFlag[]): readonly Value[] {
  switch (canonicalLabel(label)) {
    case 'status':
      return statuses.map(([name, detail]) => asValue(name, name, detail));
    case 'level':
      return levels.map(([name, detail]) => asValue(name, name, detail));
    case 'flag':
      return flagValues(facts, known);
    case 'feature folder':
      return facts.folders.map((folder) =>
        asValue(folder, toMarkdownCode(folder), 'a feature folder of yours, by the list of PMs'),
      );
    case 'engineering dri':
      return facts.engineeringDris.map((name) => person(name, facts.row?.engineeringDris));
    case 'product dri':
      return facts.productDris.map((name) => person(name, facts.row?.productDris));
    case 'last updated':
      return [asValue(facts.today, facts.today, 'today')];
    default:
      return [];
  }
}

/** The roster's first: a new flag is in no file yet. */
function flagValues({ flags }: PlanFacts, known: readonly KnownFlag[]): readonly Value[] {
  const others = known.filter(({ key }) => !flags.includes(key));
  return [
    ...flags.map((flag) => asValue(flag, toMarkdownCode(flag), 'a flag of yours, by the list of PMs')),
    ...others.map(({ key, path, state, isOwn }) => {
      const is = state === 'unknown' ? '' : `, ${state}`;
      return asValue(
        toPlainLine(key),
        toMarkdownCode(key),
        `${isOwn ? 'a flag of yours' : 'a flag of others'}${is}, in ${toPlainLine(path)}`,
      );
    }),
  ];
}

const statuses = [
  ['Draft', 'you are still writing'],
  ['In Review', 'sent, and waits for approval'],
  ['Approved', 'the DRIs have said yes'],
  ['Shipped', 'all users have it'],
  ['Retired', 'given up or taken back'],
] as const;

const levels = [
  ['copy', 'texts that users read: a short plan'],
  ['config', 'a setting or a flag: a short plan'],
  ['prompt', 'an AI prompt, with the behavior it must keep to'],
  ['front-end', 'something on the screen'],
  ['feature', 'the whole plan'],
] as const;

function asValue(label: string, insertText: string, detail: string): Value {
  return { label, insertText, detail, isOneOfSeveral: false };
}

function person(name: string, own: readonly string[] | undefined): Value {
  const detail = own?.includes(name) === true ? 'yours, by the list of PMs' : 'on the list of PMs';
  return { label: name, insertText: toMarkdownText(name), detail, isOneOfSeveral: true };
}

/** Of several names the one at the cursor. */
function nameAt(
  line: string,
  character: number,
  whole: Pick<PlanCompletion, 'start' | 'end'>,
): Pick<PlanCompletion, 'start' | 'end'> {
  if (line.charAt(whole.start) === '[') return whole;
  const before = line.slice(whole.start, character);
  const own = before.slice(before.lastIndexOf(',') + 1).trimStart();
  const next = line.slice(character, whole.end).indexOf(',');
  return { start: character - own.length, end: next < 0 ? whole.end : character + next };
}
