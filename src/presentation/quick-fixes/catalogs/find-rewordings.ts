import type { ShapeDifference } from '../../../catalogs/compare-shapes.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import type { TextEdit } from '../../../text/text-edit.js';

/** A way to write a message, as edits of it, with what it does in words. */
export interface Rewording {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly isSure: boolean;
}

/**
 * Ways to give `text` the placeholders of `other`: a new one by the name of the lost one, the lost ones put where `other` has them, or
 * those that are too much taken out. Whether the result is right is the caller's to check.
 */
export function findRewordings(
  text: string,
  other: string,
  { missing, extra }: Pick<ShapeDifference, 'missing' | 'extra'>,
): readonly Rewording[] {
  const ways: Rewording[] = [];
  if (missing.length > 0 && missing.length === extra.length) {
    const edits = missing.map((name, index) => rename(text, other, extra[index] as string, name));
    const known = edits.flatMap((edit) => edit ?? []);
    if (known.length === missing.length) {
      const title = `Write ${list(missing)} instead of ${list(extra)}`;
      ways.push({ title, edits: known, isSure: missing.length === 1 });
    }
  }
  const gone = extra.map((name) => takeOut(text, name));
  const back = missing.map((name) => putIn(text, other, name));
  const both = [...gone, ...back].flatMap((edit) => edit ?? []);
  if (both.length === missing.length + extra.length && ways.length === 0) {
    const title =
      extra.length === 0
        ? `Put ${list(missing)} back into the text`
        : missing.length === 0
          ? `Take ${list(extra)} out of the text`
          : `Put ${list(missing)} back into the text, and take ${list(extra)} out`;
    ways.push({ title, edits: merge(both), isSure: extra.length === 0 });
  }
  return ways;
}

function rename(text: string, other: string, from: string, to: string): TextEdit | undefined {
  const token = findToken(text, from);
  const wanted = findToken(other, to);
  return token && wanted && { ...token, text: other.slice(wanted.start, wanted.end) };
}

function takeOut(text: string, name: string): TextEdit | undefined {
  const token = findToken(text, name);
  if (token === undefined) return undefined;
  const spaced = text[token.start - 1] === ' ' && /^(?:[\s.,;:!?…]|$)/.test(text.slice(token.end));
  return { start: spaced ? token.start - 1 : token.start, end: token.end, text: '' };
}

/** Behind the words that stand before it in the other text, else before those that follow it there, else at the same end. */
function putIn(text: string, other: string, name: string): TextEdit | undefined {
  const token = findToken(other, name);
  if (token === undefined) return undefined;
  const written = other.slice(token.start, token.end);
  const [before, behind] = [other.slice(0, token.start), other.slice(token.end)];
  for (let length = Math.min(40, before.length); length >= 3; length -= 1) {
    const at = text.indexOf(before.slice(-length));
    if (at !== -1) return { start: at + length, end: at + length, text: written };
  }
  for (let length = Math.min(40, behind.length); length >= 3; length -= 1) {
    const at = text.indexOf(behind.slice(0, length));
    if (at !== -1) return { start: at, end: at, text: written };
  }
  if (before.trim() === '') {
    const trail = behind.replace(/^([^\p{L}\p{N}]{0,3}).*$/su, '$1');
    return { start: 0, end: 0, text: `${written}${trail.trimEnd()} ` };
  }
  const lead = endOf(before, /[^\p{L}\p{N}]*$/u);
  const end = text.length - endOf(text, /[\s.!?…:。！？]*$/u).length;
  return { start: end, end, text: `${/\s/.test(lead) ? lead.replace(/^\s+/, ' ') : ' '}${written}` };
}

/** What of the last ten signs is as `pattern` says, which may be nothing. */
function endOf(text: string, pattern: RegExp): string {
  const last = text.slice(-10);
  return last.slice(last.search(pattern));
}

/** Where a placeholder stands, as it is written. */
function findToken(text: string, name: string): Pick<TextEdit, 'start' | 'end'> | undefined {
  const at = text.indexOf(name);
  if (at !== -1) return { start: at, end: at + name.length };
  const braces = /^([%#$]?\{\{?)([^{}]+)(\}\}?)$/.exec(name);
  const found = braces
    ? patternOf(String(braces[1]), String(braces[2]), String(braces[3])).exec(text)
    : name.startsWith('%1$') && !text.includes('%1$')
      ? new RegExp(
          `%(?:0\\d)?(?:\\.\\d{1,2})?${name.slice(3) === 'd' ? '[diu]' : escapeExpression(name.slice(3))}`,
        ).exec(text)
      : null;
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

/** The name with blanks around it, or with a format behind it. */
function patternOf(open: string, name: string, close: string): RegExp {
  return new RegExp(
    `${escapeExpression(open)}\\s{0,20}${escapeExpression(name)}\\s{0,20}(?:,[^{}]{0,200})?${escapeExpression(close)}`,
    'u',
  );
}

/** Several insertions at one place are one, in order. */
function merge(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged = new Map<string, TextEdit>();
  for (const edit of edits) {
    const key = `${edit.start} ${edit.end}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? edit : { ...edit, text: known.text + edit.text });
  }
  return [...merged.values()];
}

function list(names: readonly string[]): string {
  return names.map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name)).join(' and ');
}
