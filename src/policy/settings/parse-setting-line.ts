import { findSettingLabel, type SettingLabel } from './setting-labels.js';
import { arePaths } from './are-paths.js';
import { normalizeWords, toPlainText, toSourceText, type TextToken } from '../grammar/tokenize.js';

/** A setting as it should be written, `**Label:** value`. `setting` is `undefined` for a label that is not known; `struck`: a part is struck through. */
export interface SettingLine {
  readonly label: string;
  readonly setting: SettingLabel | undefined;
  readonly value: readonly TextToken[];
  readonly line: number;
  readonly struck: boolean;
}

/** The settings of a line: bold words at its start with a colon in or right behind them. A further one begins where bold words are a label that is known, with its colon. */
export function parseSettingLines(line: readonly TextToken[]): readonly SettingLine[] {
  const starts = line.flatMap((token, place) => {
    if (!token.bold || token.text.trim() === '' || line[place - 1]?.bold === true) return [];
    const found = splitLabel(line.slice(place));
    const isFirst = line.slice(0, place).every(({ kind, text }) => kind === 'text' && !/[\p{L}\p{N}]/u.test(text));
    return found !== undefined && (isFirst || found.setting !== undefined) ? [{ ...found, place, isFirst }] : [];
  });
  if (starts[0]?.isFirst !== true) return [];
  // "**Engineers:** `src/**`" says whose the paths are.
  if (starts.length === 1 && starts[0].setting === 'engineers' && arePaths(toSourceText(starts[0].rest), '')) return [];
  return starts.map(({ label, setting, rest, place }, nth) => {
    const end = starts[nth + 1]?.place ?? line.length;
    const own = line.slice(place, end);
    const value = rest.slice(0, rest.length - (line.length - end));
    return { label, setting, value, line: (line[place] as TextToken).line, struck: own.some(({ struck }) => struck) };
  });
}

/** Whether a line is a known setting, `**Label:** value`. */
export function isSetting(line: readonly TextToken[]): boolean {
  const [found] = parseSettingLines(line);
  return found?.setting !== undefined && toPlainText(found.value) !== '';
}

/** The label that tokens begin with, up to the colon in or right behind the bold words, and what follows it. */
function splitLabel(
  tokens: readonly TextToken[],
): { label: string; setting: SettingLabel | undefined; rest: readonly TextToken[] } | undefined {
  const end = tokens.findIndex(({ kind, text, bold }) => kind === 'code' || !bold || colon.test(text));
  const last = tokens[end];
  if (last === undefined || last.kind === 'code') return undefined;
  const at = last.text.search(colon);
  if (at < 0 || (!last.bold && last.text.slice(0, at).trim() !== '')) return undefined;
  const words = [...tokens.slice(0, end), { ...last, text: last.text.slice(0, at) }];
  const label = normalizeWords(toPlainText(words));
  const rest = [{ ...last, text: last.text.slice(at + 1) }, ...tokens.slice(end + 1)];
  return { label, setting: findSettingLabel(label.replace(/^[^\p{L}\p{N}]+/u, '')), rest };
}

/** A colon, of full width too. */
const colon = /[:：﹕︓]/u;
