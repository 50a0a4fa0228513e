import type { IcuChoice, IcuMessage } from '../parsers/parse-icu.js';
import { findTags, sameInHtml } from './find-tags.js';
import { doublesApostrophes, findFormatFault, findUnopened, type FormatFault } from './faults/find-format-fault.js';
import { findStrayBrace } from './faults/find-stray-brace.js';
import { findTokens, type Dialect } from './find-tokens.js';

/** What the app fills into a message. */
export interface MessageShape {
  /**
   * Placeholders, links to other texts and tags as the reader knows them (`{name}`, `{{name}}`, `%s`, `@:key`, `<b>`), with how often they
   * are there. Within a plural or select each counts once.
   */
  readonly placeholders: ReadonlyMap<string, number>;
  /** Plurals and selects; of several for one argument, only the arms that all have. */
  readonly choices: readonly IcuChoice[];
  /** Of a message with forms of its own, what the form fills in that stands for all other numbers, or for whatever has no form. */
  readonly always?: ReadonlySet<string>;
  /** What each form for many numbers of an ICU plural says the number by. */
  readonly counts?: ReadonlySet<string>;
  /** Why an ICU message does not parse; `offset` in UTF-16 units of the message. */
  readonly problem?: FormatFault;
}

/** ICU's parser, loaded only where some message `hasChoices`. */
export type ReadIcu = (message: string) => IcuMessage;

/** Says how a family of catalogs is written, from all its messages on both sides. */
export function detectDialect(messages: Iterable<string>): Dialect {
  let dialect: Dialect = 'plain';
  for (const message of messages) {
    if (!message.includes('{')) continue;
    if (choice.test(message)) dialect = 'icu';
    else if (doubleBraces.test(message)) return 'braces';
    else if (dialect === 'plain' && singleBraces.test(message)) dialect = 'braces';
  }
  return dialect;
}

/** How the texts of a catalog in all its languages say what is filled in: as their format has it (`own`), or as they read; and whether Java's apostrophes quote. */
export function chooseDialect(
  format: string | undefined,
  own: Dialect | undefined,
  messages: () => Iterable<string>,
): Dialect {
  if (own === 'numbered' && format === 'properties' && doublesApostrophes(messages())) return 'quoting';
  return own ?? detectDialect(messages());
}

/** Does the message have what looks like ICU's plural or select? */
export function hasChoices(message: string): boolean {
  return message.includes('{') && choice.test(message);
}

/** What the app fills into `message`. Takes no more than the length of the message, times a constant. */
export function readMessageShape(message: string, dialect: Dialect, readIcu: ReadIcu | undefined): MessageShape {
  // Nothing that any dialect gives a meaning: the shortcut for nine of ten messages.
  if (!/[{}<%@$:|]/.test(message)) return nothing;
  const placeholders = new Map<string, number>();
  if (readIcu !== undefined && (dialect === 'icu' || choice.test(message))) {
    const icu = readIcu(message);
    if (!('problem' in icu)) {
      const isChoice = icu.choices.length > 0;
      for (const tag of findTags(message)) count(placeholders, tag, isChoice);
      for (const name of icu.arguments) placeholders.set(`{${name}}`, 1);
      const always = new Set(Array.from(icu.always, (name) => `{${name}}`));
      const counts = new Set(Array.from(icu.counts, (name) => `{${name}}`));
      return { placeholders, choices: mergeChoices(icu.choices), always, counts, ...unopened(message) };
    }
    if (dialect === 'icu') {
      countAll(message, dialect, placeholders);
      return { placeholders, choices: [], problem: { message: icu.problem, offset: icu.offset } };
    }
  }
  countAll(message, dialect, placeholders);
  const open = dialect === 'braces' || dialect === 'vue' ? message.search(unclosed) : -1;
  if (open >= 0)
    return { placeholders, choices: [], problem: { message: 'a “{” is never closed by “}”', offset: open } };
  if (inBraces.has(dialect) && findUnopened(message) !== undefined)
    return { placeholders, choices: [], ...unopened(message) };
  if (message.split(goBlocks).length > message.split(goEnds).length)
    return { placeholders, choices: [], problem: { message: 'an “if” in it has no “{{ end }}”', offset: 0 } };
  const fault = findFormatFault(message, dialect);
  const stray = findStrayBrace(message, dialect);
  if (stray !== undefined) return { placeholders, choices: [], problem: stray };
  if (fault !== undefined && placeholders.size > 0) return { placeholders, choices: [], problem: fault };
  const at = dialect === 'vue' ? message.replace(literal, blank).search(loneAt) : -1;
  if (at >= 0)
    return { placeholders, choices: [], problem: { message: "a “@” by itself is written “{'@'}”", offset: at } };
  if (!placeholders.has('|')) return { placeholders, choices: [] };
  return {
    placeholders,
    choices: [],
    always: new Set(findTokens(message.slice(message.lastIndexOf('|') + 1), dialect)),
  };
}

function unopened(message: string): Pick<MessageShape, 'problem'> {
  const offset = findUnopened(message);
  if (offset === undefined) return {};
  return { problem: { message: 'a “}” in it closes no “{”', offset } };
}

/** Where braces stand around what is filled in. */
const inBraces: ReadonlySet<Dialect> = new Set(['braces', 'vue', 'rails', 'numbered', 'quoting']);

const goBlocks = /\{\{-?\s{0,20}(?:if|with|range)\s/;
const goEnds = /\{\{-?\s{0,20}end\s{0,20}-?\}\}/;

/** What vue-i18n takes as it is written; and a `@` that leads to no other text. */
const literal = /\{\s{0,20}'[^']{0,200}'\s{0,20}\}|\\@/g;
const loneAt = /@(?!(?:\.[a-z]{1,40})?:(?:[\w(-]|\{))/i;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

const nothing: MessageShape = { placeholders: new Map(), choices: [] };

// None of these patterns repeats a repetition, and what they repeat is bounded or ends at a sign of its own.
const choice = /\{\s{0,20}[\p{L}\w.-]{1,100}\s{0,20},\s{0,20}(?:plural|select|selectordinal)\s{0,20},/u;
const doubleBraces = /\{\{-?\s{0,20}[\p{L}\w.$-]{1,100}\s{0,20}(?:,[^{}]{0,200})?\}\}/u;
const singleBraces = /\{\s{0,20}[\p{L}\w.$-]{1,100}\s{0,20}\}/u;
/** A name follows: a brace by itself is a text's own, and `{'{'}` is how some dialects write one. */
const unclosed = /\{[\p{L}\w$][^{}]{0,300}(?:\{|$)/u;

function countAll(message: string, dialect: Dialect, found: Map<string, number>): void {
  for (const tag of findTags(message)) count(found, isHtml.has(dialect) ? sameInHtml(tag) : tag, dialect === 'fluent');
  for (const token of findTokens(message, dialect)) count(found, token, once.has(dialect));
}

/** Whose messages hold their own arms, each with its placeholders. */
const once: ReadonlySet<Dialect> = new Set(['fluent', 'vue']);

/** Of formats whose texts no component takes apart: tags there are HTML. */
const isHtml: ReadonlySet<Dialect> = new Set(['rails', 'printf', 'numbered', 'quoting', 'colon', 'words', 'qt']);

function count(found: Map<string, number>, name: string, once: boolean): void {
  found.set(name, once ? 1 : (found.get(name) ?? 0) + 1);
}

function mergeChoices(choices: readonly IcuChoice[]): readonly IcuChoice[] {
  const merged = new Map<string, IcuChoice>();
  for (const choice of choices) {
    const id = `${choice.kind} ${choice.argument}`;
    const known = merged.get(id);
    merged.set(
      id,
      known === undefined ? choice : { ...choice, arms: known.arms.filter((arm) => choice.arms.includes(arm)) },
    );
  }
  return [...merged.values()];
}
