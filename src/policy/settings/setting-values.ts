import type { ZoneSettings } from '../policy.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { normalizeWords, toPlainText, type TextToken } from '../grammar/tokenize.js';
import { defaultSettings } from './default-settings.js';

/** What a list of globs says: those that can be used, and each piece that cannot, with the reason. */
export interface GlobValues {
  readonly globs: readonly string[];
  readonly unusable: readonly { readonly written: string; readonly problem: string }[];
}

/**
 * The globs of a value: inline code, and words that are plainly a path. `isDressed`: emphasis or a link has taken signs out of the words,
 * so that only code counts. Other words are unusable, since they may name what no glob there covers.
 */
export function readGlobs(value: readonly TextToken[], effect: 'allow' | 'forbid', isDressed: boolean): GlobValues {
  const globs: string[] = [];
  const unusable: { written: string; problem: string }[] = [];
  const written = toPlainText(value);
  const isNone = /^(?:none|n\/a|-)\.?$/u.test(normalizeWords(written));
  const entries = isNone ? [] : entriesOf(value);
  if (entries.length === 0 && !isNone) unusable.push({ written: written.slice(0, 80), problem: 'it holds no glob' });
  for (const { kind, text, isBold } of entries) {
    const isPath = kind === 'code' || (!isDressed && !isBold && /^[^\s()]*[*/.][^\s()]*$/u.test(text));
    const problem = isPath ? compileZoneGlob(text, effect).problem : 'only globs in backticks are read';
    // A forbid with a problem may still close what it seems to mean.
    if (problem === undefined || (isPath && effect === 'forbid')) globs.push(text);
    if (problem !== undefined) unusable.push({ written: text.slice(0, 80), problem });
  }
  return { globs, unusable };
}

/** The words of a value: inline code verbatim, other text cut at commas and semicolons. "None" says that there is nothing. */
export function readEntries(value: readonly TextToken[]): readonly string[] {
  return entriesOf(value)
    .map(({ text }) => text)
    .filter((text) => !/^(?:none|n\/a|)\.?$/iu.test(text));
}

interface Entry extends Pick<TextToken, 'kind' | 'text'> {
  readonly isBold: boolean;
}

function entriesOf(value: readonly TextToken[]): readonly Entry[] {
  return value.flatMap(({ kind, text, bold }): readonly Entry[] => {
    if (kind === 'code') return [{ kind, text: text.trim(), isBold: bold }];
    return text
      .split(/[,;\n]|\s(?:and|or|&|\+)\s(?=@)/u)
      .map((entry) => entry.replace(/^\s*(?:and|or|&|\+)(?=\s|$)|(?<=\s|^)(?:and|or|&|\+)\s*$/giu, '').trim())
      .filter((entry) => /[\p{L}\p{N}*]/u.test(entry))
      .map((entry) => ({ kind, text: entry, isBold: bold }));
  });
}

/** Reads "from 2027-01-11 to 2027-02-05"; `undefined` for anything else. */
export function readPilot(text: string): ZoneSettings['pilot'] {
  const dates = /^(?:from )?(\d{4}-\d\d-\d\d) ?(?:to|until|till|through|-) ?(\d{4}-\d\d-\d\d)\.?$/u.exec(
    normalizeWords(text),
  );
  const [from = '', to = ''] = (dates ?? []).slice(1);
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

function isDay(written: string): boolean {
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

/** What a size limit says. `unread`: words of it that mean nothing here; `isWrong`: a number is among them, or none could be used. */
export interface SizeLimitValue {
  readonly files: number;
  readonly lines: number;
  readonly missing: boolean;
  readonly isWrong: boolean;
  readonly unread: string;
}

/** Reads "15 files, 400 lines". A limit beyond the bounds is a typo. */
export function readSizeLimit(text: string): SizeLimitValue {
  let rest = normalizeWords(text).replace(/(?<=\d)[, '](?=\d{3}(?!\d))/gu, '');
  const take = (form: RegExp, most: number): number | undefined => {
    const [whole = '', digits] = form.exec(rest) ?? [];
    const number = Number(digits);
    if (!(number >= 1 && number <= most)) return undefined;
    rest = rest.replace(whole, ' ');
    return number;
  };
  const files = take(/(?<![\d.,-])(\d{1,9}) ?(?:changed )?files?(?![\p{L}\p{N}])/u, 500);
  const lines = take(/(?<![\d.,-])(\d{1,9}) ?(?:changed )?(?:lines?|loc)(?![\p{L}\p{N}])/u, 20_000);
  const unread = rest
    .replace(
      /(?<!\p{L})(?:and|or|max(?:imum)?|at most|up to|of|changed?|changes|per|each|a|pull request|request|pr|in total)(?!\p{L})/gu,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const { sizeLimit } = defaultSettings;
  return {
    files: files ?? sizeLimit.files,
    lines: lines ?? sizeLimit.lines,
    missing: files === undefined || lines === undefined,
    isWrong: /\p{N}/u.test(unread) || (files === undefined && lines === undefined),
    unread,
  };
}
