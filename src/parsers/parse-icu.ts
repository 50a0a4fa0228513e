import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A plural or select of a message with the selectors of its arms. An exact number is `=0`. */
export interface IcuChoice {
  readonly argument: string;
  readonly kind: 'plural' | 'ordinal' | 'select';
  readonly arms: readonly string[];
}

/** The arguments of an ICU message, or why it is malformed; `offset` counts UTF-16 units of the message from 0. */
export type IcuMessage =
  | { readonly arguments: ReadonlySet<string>; readonly choices: readonly IcuChoice[] }
  | { readonly problem: string; readonly offset: number };

/** Longer messages are not parsed; the longest in real catalogs have some thousand characters. */
const longestMessage = 20_000;

/** Reads one message in ICU's MessageFormat. Tags count as text, since dialects differ in them. Throws on no input. */
export function parseIcu(message: string): IcuMessage {
  if (message.length > longestMessage) return { problem: 'it is too long to be checked', offset: 0 };
  try {
    return collect(parse(message, { ignoreTag: true, requiresOtherClause: true, shouldParseSkeletons: false }));
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'it is nested too deeply to be checked', offset: 0 };
    const { message: kind, location } = error as Error & {
      readonly location: { readonly start: { readonly offset: number } };
    };
    return {
      problem: explanations.get(kind) ?? 'a placeholder is not written as it must be',
      offset: location.start.offset,
    };
  }
}

function collect(elements: readonly MessageFormatElement[]): IcuMessage {
  const names = new Set<string>();
  const choices: IcuChoice[] = [];
  const open = [...elements];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    names.add(element.value);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    const kind = element.type === TYPE.select ? 'select' : element.pluralType === 'ordinal' ? 'ordinal' : 'plural';
    choices.push({ argument: element.value, kind, arms: Object.keys(element.options) });
    for (const { value } of Object.values(element.options)) for (const inner of value) open.push(inner);
  }
  return { arguments: names, choices };
}

/** The parser's kinds of error (its `ErrorKind`) as the end of a sentence, after "because". */
const explanations: ReadonlyMap<string, string> = new Map([
  ['EXPECT_ARGUMENT_CLOSING_BRACE', 'a “{” is never closed by “}”'],
  ['EMPTY_ARGUMENT', 'there is no name between “{” and “}”'],
  ['MALFORMED_ARGUMENT', 'what stands between “{” and “}” is not a name'],
  ['EXPECT_ARGUMENT_TYPE', 'nothing follows the comma after the name of a placeholder'],
  [
    'INVALID_ARGUMENT_TYPE',
    'the word after the name of a placeholder is none that apps know (plural, select, number, date, time)',
  ],
  ['EXPECT_ARGUMENT_STYLE', 'nothing follows the second comma of a placeholder'],
  ['EXPECT_SELECT_ARGUMENT_OPTIONS', 'a plural or select has no cases'],
  ['EXPECT_PLURAL_ARGUMENT_SELECTOR', 'a plural has no case where one must stand'],
  ['EXPECT_SELECT_ARGUMENT_SELECTOR', 'a select has no case where one must stand'],
  ['EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT', 'the text of a plural’s case must stand between “{” and “}”'],
  ['EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT', 'the text of a select’s case must stand between “{” and “}”'],
  ['INVALID_PLURAL_ARGUMENT_SELECTOR', 'a plural has a case that is neither a word nor a number'],
  ['DUPLICATE_PLURAL_ARGUMENT_SELECTOR', 'a plural has the same case twice'],
  ['DUPLICATE_SELECT_ARGUMENT_SELECTOR', 'a select has the same case twice'],
  ['MISSING_OTHER_CLAUSE', 'a plural or select has no case “other”, which every language needs'],
  ['UNCLOSED_QUOTE_IN_ARGUMENT_STYLE', 'a quotation mark in a placeholder is never closed'],
]);
