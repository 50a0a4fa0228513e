import type { PlanningDoc } from '../../../planning/planning-doc.js';
import { splitLines } from '../../../text/editor-text.js';
import type { TextEdit } from '../../../text/text-edit.js';
import { planLabels } from '../../../planning/plan-labels.js';
import { parseLabelLine, findPlanLabel, type LabelLine } from './label-line.js';

/**
 * The edits that give a label of a plan a value, as Markdown: in each line that has the label, else in a new line in the style of its
 * neighbours. `undefined` where its line is written in a way that cannot be cut. `text` is as an editor has it.
 */
export function setLabel(
  text: string,
  doc: PlanningDoc,
  label: string,
  value: string,
): readonly TextEdit[] | undefined {
  const lines = splitLines(text);
  const fields = knownFields(doc, lines);
  const own = fields.filter((field) => field.label === label);
  if (own.length === 0) return [addLine(lines, fields, label, value)];
  const edits = own.flatMap(({ line, cut }) => {
    if (cut === undefined) return [];
    const start = startOf(lines, line);
    return [{ start, end: start + (lines[line] as string).length, text: written({ ...cut, value }) }];
  });
  return edits.length === own.length ? edits : undefined;
}

interface KnownField {
  readonly label: string;
  /** From 0. */
  readonly line: number;
  readonly cut: LabelLine | undefined;
}

function knownFields(doc: PlanningDoc, lines: readonly string[]): readonly KnownField[] {
  return doc.fields.flatMap(({ label, line }) => {
    const name = findPlanLabel(label);
    return name === undefined ? [] : [{ label: name, line: line - 1, cut: parseLabelLine(lines[line - 1] as string) }];
  });
}

function written({ before, label, between, value, after }: LabelLine): string {
  return `${before}${label}${between.trimEnd()} ${value}${after}`;
}

/** After the last label that comes before it in a plan, else before the first there is; without any below the title, or on top. */
function addLine(lines: readonly string[], fields: readonly KnownField[], label: string, value: string): TextEdit {
  const rank = (name: string): number => planLabels.findIndex((each) => each === name);
  const usable = fields.flatMap(({ cut, ...field }) => (cut === undefined ? [] : [{ ...field, cut }]));
  const above = usable.filter((field) => rank(field.label) < rank(label)).at(-1);
  const neighbour = above ?? usable[0];
  if (neighbour === undefined) return addFirst(lines, `**${label}:** ${value}`);
  const breaks = usable.some(({ cut }) => isBreak(cut.after)) ? '  ' : '';
  const { after } = neighbour.cut;
  if (above === undefined) {
    const at = startOf(lines, neighbour.line);
    return { start: at, end: at, text: `${written({ ...neighbour.cut, label, value, after: after || breaks })}\n` };
  }
  const end = startOf(lines, above.line) + (lines[above.line] as string).length;
  const line = written({ ...above.cut, label, value });
  return { start: end, end, text: `${after === '' ? breaks : ''}\n${line}` };
}

function addFirst(lines: readonly string[], line: string): TextEdit {
  const title = lines.findIndex((each) => /^\s{0,3}#(?:\s|$)/.test(each));
  if (title < 0) return { start: 0, end: 0, text: `${line}\n\n` };
  const end = startOf(lines, title) + (lines[title] as string).length;
  const isParted = (lines[title + 1] ?? '').trim() === '';
  return { start: end, end, text: `\n\n${line}${isParted ? '' : '\n'}` };
}

/** Two spaces end a line for Markdown. */
function isBreak(after: string): boolean {
  return /^ {2,}$/.test(after);
}

function startOf(lines: readonly string[], line: number): number {
  return lines.slice(0, line).reduce((at, each) => at + each.length + 1, 0);
}
