import { planLabels, type PlanLabel, canonicalLabel } from '../../../planning/plan-labels.js';

/** A line `**Label:** value` or a table's row `| Label | value |`, cut so that its parts make up the line again. */
export interface LabelLine {
  /** Marks before the label: a list's, a table's bar, emphasis. */
  readonly before: string;
  readonly label: string;
  /** From the label to the value: colon, marks, spaces. */
  readonly between: string;
  readonly value: string;
  /** What ends the line: spaces of a hard break, a table's bar. */
  readonly after: string;
}

/** Parses a label line; `undefined` for any other line. */
export function parseLabelLine(line: string): LabelLine | undefined {
  if (line.length > longest) return undefined;
  const found = tableRow.exec(line) ?? labelLine.exec(line);
  if (found === null) return undefined;
  const [before, label, colon, rest] = found.slice(1) as [string, string, string, string];
  const bar = before.includes('|') ? rest.indexOf('|') : -1;
  const cell = bar < 0 ? rest : rest.slice(0, bar);
  const value = cell.trim();
  const start = value === '' ? 0 : cell.indexOf(value);
  return { before, label, between: colon + rest.slice(0, start), value, after: rest.slice(start + value.length) };
}

/** The label by its name in the contract, whatever it is called in the doc. */
export function findPlanLabel(label: string): PlanLabel | undefined {
  const name = canonicalLabel(label);
  return planLabels.find((each) => each.toLowerCase() === name);
}

/** Characters. */
const longest = 1000;
const tableRow = /^(\s{0,3}\|[\s*_]{0,6})(\p{L}[\p{L} -]{0,39}?)(:?[*_]{0,3}:?\s{0,40}\|)(.*)$/u;
const labelLine = /^([\s>*+_-]{0,10})(\p{L}[\p{L} -]{0,39}?)(\s?(?:[*_]{2}\s?:|:[*_]{2}|:))(.*)$/u;
