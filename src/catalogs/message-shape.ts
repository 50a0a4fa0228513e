import type { IcuChoice, IcuMessage } from '../parsers/parse-icu.js';

/**
 * How the messages of a catalog and its siblings are written. `icu`: a message uses ICU's plural or select and none uses
 * i18next's double braces, so each has to parse. Else placeholders are found by their shape; `braces`: some stand in braces, so one
 * that is never closed is a mistake. `plain`: nothing is a syntax error.
 */
export type Dialect = 'icu' | 'braces' | 'plain';

/** What the app fills into a message. */
export interface MessageShape {
  /** Placeholders, links to other texts and tags as the reader knows them: `{name}`, `{{name}}`, `%s`, `@:key`, `<b>`. */
  readonly placeholders: ReadonlySet<string>;
  /** Plurals and selects; of several for one argument, only the arms that all have. */
  readonly choices: readonly IcuChoice[];
  /** Why an ICU message does not parse; `offset` in UTF-16 units of the message. */
  readonly problem?: { readonly message: string; readonly offset: number };
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

/** Does the message have what looks like ICU's plural or select? */
export function hasChoices(message: string): boolean {
  return message.includes('{') && choice.test(message);
}

/** What the app fills into `message`. Takes no more than the length of the message, times a constant. */
export function readMessageShape(message: string, dialect: Dialect, readIcu: ReadIcu | undefined): MessageShape {
  // Nothing that any dialect gives a meaning: the shortcut for nine of ten messages.
  if (!/[{}<%@$]/.test(message)) return nothing;
  const placeholders = new Set<string>();
  findTags(message, placeholders);
  if (readIcu !== undefined && (dialect === 'icu' || choice.test(message))) {
    const icu = readIcu(message);
    if (!('problem' in icu)) {
      for (const name of icu.arguments) placeholders.add(`{${name}}`);
      return { placeholders, choices: mergeChoices(icu.choices) };
    }
    if (dialect === 'icu') {
      findTokens(message, placeholders);
      return { placeholders, choices: [], problem: { message: icu.problem, offset: icu.offset } };
    }
  }
  findTokens(message, placeholders);
  const open = dialect === 'braces' ? message.search(unclosed) : -1;
  if (open < 0) return { placeholders, choices: [] };
  return { placeholders, choices: [], problem: { message: 'a “{” is never closed by “}”', offset: open } };
}

const nothing: MessageShape = { placeholders: new Set(), choices: [] };

// None of these patterns repeats a repetition, and what they repeat is bounded or ends at a sign of its own.
const choice = /\{\s{0,20}[\p{L}\w.-]{1,100}\s{0,20},\s{0,20}(?:plural|select|selectordinal)\s{0,20},/u;
const doubleBraces = /\{\{-?\s{0,20}[\p{L}\w.$-]{1,100}\s{0,20}(?:,[^{}]{0,200})?\}\}/u;
const doubleBracesEach = /\{\{-?\s{0,20}([\p{L}\w.$-]{1,100})[^{}]{0,200}\}\}/gu;
const singleBraces = /\{\s{0,20}[\p{L}\w.$-]{1,100}\s{0,20}\}/u;
/** A name follows: a brace by itself is a text's own, and `{'{'}` is how some dialects write one. */
const unclosed = /\{[\p{L}\w$][^{}]{0,300}(?:\{|$)/u;
const singleBracesEach = /([%#$]?)\{\s{0,20}([\p{L}\w.$-]{1,100})\s{0,20}(?:,[^{}]{0,200})?\}/gu;
const printfEach =
  /%(?:%|(?:(\d{1,2})\$|\(([\w.]{1,100})\)|<([\w.]{1,100})>)?(?:0\d)?(?:\.\d{1,2})?([sdifuxX@])(?![\p{L}\d]))/gu;
const nestingEach = /\$t\(\s{0,20}['"]?([^()'",\s]{1,200})/g;
const linkEach = /@(?:\.\w{1,20})?:\(?([\w-]{1,100}(?:\.[\w-]{1,100}){0,20})/g;
const dollarEach = /\$([A-Z][A-Z0-9_]{0,100})\$/gi;
const tagEach = /<(\/?)([a-z][\w.-]{0,60}|\d{1,3})(?=[\s/>])[^<>]{0,500}?(\/?)>/gi;

function findTokens(message: string, found: Set<string>): void {
  const single = message.replace(doubleBracesEach, (_whole, name: string) => {
    found.add(`{{${name}}}`);
    return ' ';
  });
  for (const [, sign, name] of single.matchAll(singleBracesEach))
    found.add(`${sign === '%' ? '%' : ''}{${String(name)}}`);
  let position = 0;
  for (const [, place, name, tag, kind] of message.matchAll(printfEach)) {
    if (kind === undefined) continue;
    const called = name ?? tag;
    if (called !== undefined) found.add(`%(${called})${kind}`);
    else found.add(`%${place ?? ++position}$${kind === 'i' || kind === 'u' ? 'd' : kind}`);
  }
  for (const [, key] of message.matchAll(nestingEach)) found.add(`$t(${String(key)})`);
  for (const [, key] of message.matchAll(linkEach)) found.add(`@:${String(key)}`);
  for (const [, name] of message.matchAll(dollarEach)) found.add(`$${String(name).toUpperCase()}$`);
}

function findTags(message: string, found: Set<string>): void {
  for (const groups of message.matchAll(tagEach)) {
    const [slash, name, end] = groups.slice(1).map(String);
    const alone = end === '/' || /^(?:br|hr|img|wbr|input)$/i.test(String(name));
    found.add(alone ? `<${String(name)}/>` : `<${String(slash)}${String(name)}>`);
  }
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
