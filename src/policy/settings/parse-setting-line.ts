import { parseLead } from '../zone-section/parse-lead.js';
import { normalizeWords, toPlainText, type TextToken } from '../zone-section/tokenize.js';

/** The labels of the settings (design §3), in lower case. */
const settingLabels = [
  'controls',
  'size limit',
  'design system',
  'flag files',
  'protected data',
  'planning docs',
  'audit log',
  'base branch',
] as const;

export type SettingLabel = (typeof settingLabels)[number];

/** A line `**Label:** value`, its label in lower case. `setting` is the label of a setting that is known; `struck`: a part is struck through. */
export interface SettingLine {
  readonly label: string;
  readonly setting: SettingLabel | undefined;
  readonly value: readonly TextToken[];
  readonly line: number;
  readonly struck: boolean;
}

/** The bold words at the line's start, where a colon ends them or follows. */
export function parseSettingLine(line: readonly TextToken[]): SettingLine | undefined {
  const start = line.findIndex(({ text }) => text.trim() !== '');
  const end = line.findIndex((token, place) => place >= start && !token.bold);
  const bold = line.slice(Math.max(start, 0), end < 0 ? undefined : end);
  const [first] = bold;
  const rest = end < 0 ? [] : line.slice(end);
  const words = normalizeWords(toPlainText(bold));
  if (first === undefined || !(words.endsWith(':') || /^\s*:/u.test(rest[0]?.text ?? ''))) return undefined;
  const label = words.replace(/\s*:$/u, '');
  const value = words.endsWith(':')
    ? rest
    : rest.map((token, place) => (place === 0 ? { ...token, text: token.text.replace(/^\s*:/u, '') } : token));
  const setting = settingLabels.find((each) => each === label);
  return { label, setting, value, line: first.line, struck: line.some(({ struck }) => struck) };
}

/** Whether a line is a known setting, `**Label:** value`. */
export function isSetting(line: readonly TextToken[]): boolean {
  return parseSettingLine(line)?.setting !== undefined;
}

/** A known label that is not bold, as written. */
export function findPlainLabel(line: readonly TextToken[]): string | undefined {
  const [, label = ''] = /^([\p{L} ]{1,20}?)\s*:/u.exec(toPlainText(line)) ?? [];
  return settingLabels.some((each) => each === normalizeWords(label)) ? label : undefined;
}

/** An unknown label with a value beside it, unless it is the lead of a list. */
export function looksLikeSetting({ label, value }: SettingLine, line: readonly TextToken[]): boolean {
  return toPlainText(value) !== '' && label.length < 40 && parseLead(line) === undefined;
}
