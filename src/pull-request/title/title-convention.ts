import { parseTitle, type TitleForm, type TitleParts } from './parse-title.js';
import type { TitleRules } from './title-rules.js';

/** How titles of pull requests look in a repository. */
export interface TitleConvention {
  readonly form: TitleForm;
  /** Where that is known from, as the end of a sentence: “as 26 of the last 47 titles have it”. */
  readonly source: string;
  /** How an emoji stands before all else, where one does. */
  readonly emoji: 'code' | 'sign' | undefined;
  /** Conventional: the types in use, the commonest first. */
  readonly types: readonly string[];
  /** Those that a rule allows, and no others; `undefined` where none lists them. */
  readonly allowedTypes: readonly string[] | undefined;
  /** Conventional: whether titles go without a scope, with one, or with a ticket's name there. */
  readonly scope: 'none' | 'some' | 'needed' | 'ticket';
  /** Scopes, tags or areas in use, the commonest first. */
  readonly names: readonly string[];
  /** The one tag or area that more than half of the titles have. */
  readonly usualName: string | undefined;
  /** How a ticket's name stands, `$` in its place. */
  readonly frame: string;
  /** The first parts of tickets' names (`ABC` of `ABC-12`), the commonest first; empty where they are bare numbers. */
  readonly keys: readonly string[];
  /** The one that more than half of them have. */
  readonly usualKey: string | undefined;
  /** The text begins with a small letter. */
  readonly lowercase: boolean;
}

/** Fewer titles of people say nothing. */
const fewestTitles = 5;

/**
 * What most of the last titles have in common; a check of titles in the repository's settings counts before them, settings for commits
 * where the titles have nothing in common.
 */
export function findTitleConvention(titles: readonly string[], rules: TitleRules | undefined): TitleConvention {
  const parsed = titles.map(parseTitle);
  const isMost = (count: number, of: number): boolean => parsed.length >= fewestTitles && count * 2 > of;
  const [usual = 'plain', count = 0] = byFrequency(parsed.map(({ form }) => form))[0] ?? [];
  const common = isMost(count, parsed.length) ? usual : undefined;
  const byRules = rules !== undefined && (rules.checksTitles || common === undefined);
  const form = byRules ? 'conventional' : (common ?? 'plain');
  const alike = parsed.filter((each) => each.form === form);
  const emojis = parsed.flatMap(({ emoji }) => emoji ?? []);
  const names = byFrequency(alike.flatMap(({ name, scope }) => name ?? scope ?? []));
  const allowedScopes = byRules ? rules.scopes : [];
  const keys = byFrequency(alike.flatMap(({ ticket, scope }) => ticketKey(ticket ?? scope ?? '') ?? []));
  const [usualName] = names.flatMap(([name, times]) => (isMost(times, parsed.length) ? [name] : []));
  const small = alike.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return {
    form,
    source: byRules ? `as ${rules.path} asks` : `as ${count} of the last ${parsed.length} titles have it`,
    emoji: !isMost(emojis.length, parsed.length)
      ? undefined
      : isMost(emojis.filter((each) => each.startsWith(':')).length, emojis.length)
        ? 'code'
        : 'sign',
    types: byFrequency(alike.flatMap(({ type }) => type ?? [])).map(([type]) => type),
    allowedTypes: byRules ? allowedTypes(rules) : undefined,
    scope: scopeOf(alike, byRules && rules.needsScope),
    names: (allowedScopes.length > 0 ? allowedScopes : names.map(([name]) => name)).filter((name) =>
      /^[\w.][\w./ -]{0,39}$/.test(name),
    ),
    usualName: form === 'conventional' ? undefined : usualName,
    frame: byFrequency(alike.flatMap(({ frame }) => frame ?? []))[0]?.[0] ?? '',
    keys: keys.map(([key]) => key),
    usualKey: keys.flatMap(([key, times]) => (isMost(times, alike.length) ? [key] : []))[0],
    lowercase: alike.length >= fewestTitles ? small * 3 > alike.length * 2 : byRules && rules.lowercase,
  };
}

/** `ABC` of `ABC-12`. */
function ticketKey(ticket: string): string | undefined {
  return /^([A-Z][A-Z0-9]{1,9})-\d{1,6}$/.exec(ticket)?.[1];
}

function allowedTypes({ types = [] }: TitleRules): readonly string[] | undefined {
  const named = types.filter((type) => /^[a-z][a-z0-9-]{0,19}$/i.test(type));
  return named.length === 0 ? undefined : named;
}

function scopeOf(titles: readonly TitleParts[], needed: boolean): TitleConvention['scope'] {
  const scopes = titles.flatMap(({ scope }) => scope ?? []);
  if (scopes.length > 0 && scopes.filter((scope) => ticketKey(scope) !== undefined).length * 2 > titles.length)
    return 'ticket';
  if (needed) return 'needed';
  return scopes.length * 2 > titles.length ? 'some' : 'none';
}

/** Each value once with how often it comes, the commonest first; of equals the first. */
function byFrequency<Value extends string>(values: readonly Value[]): readonly (readonly [Value, number])[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
