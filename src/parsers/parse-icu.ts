import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  parse,
  TYPE,
  type Location,
  type MessageFormatElement,
  type PluralElement,
  type PluralOrSelectOption,
  type SelectElement,
} from '@formatjs/icu-messageformat-parser';

/** A plural or select of a message with the selectors of its arms. An exact number is `=0`. */
export interface IcuChoice {
  readonly argument: string;
  readonly kind: 'plural' | 'ordinal' | 'select';
  readonly arms: readonly string[];
}

/** The arguments of an ICU message, or why it is malformed; `offset` counts UTF-16 units of the message from 0. */
export type IcuMessage =
  | {
      readonly arguments: ReadonlySet<string>;
      readonly choices: readonly IcuChoice[];
      /** The arguments that are filled in where each choice comes to `other`, but for those that choose. */
      readonly always: ReadonlySet<string>;
      /** The arguments of plurals of which each arm for many numbers says the number. */
      readonly counts: ReadonlySet<string>;
    }
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

/** A piece of a message that is written on its own, and where it stands. Of a case the text between its braces. */
export interface IcuPiece extends Pick<IcuChoice, 'argument'> {
  /** `around`: the words before a plural or select (named `before`), between two (`between`), or behind the last (`after`). */
  readonly kind: IcuChoice['kind'] | 'around';
  readonly name: string;
  /** The plural or select that it is of, counted from 0; of the words between two, the one behind. */
  readonly choice: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The cases of each plural and select of a message, with the words around them; none where it has none. What of the words around is no
 * letter stays with nobody. Throws on no input.
 */
export function findIcuPieces(message: string): readonly IcuPiece[] {
  const choices = parseElements(message).filter((each) => isPluralElement(each) || isSelectElement(each));
  const around = (choice: number, name: string, start: number, end: number): readonly IcuPiece[] => {
    const words = message.slice(start, end);
    // Placeholders by themselves are no words.
    if (!/\p{L}/u.test(words.replace(/\{[^{}]{0,200}\}|<[^<>]{0,200}>/g, ''))) return [];
    const [lead, trail] = [words.length - words.trimStart().length, words.length - words.trimEnd().length];
    return [{ argument: '', kind: 'around', name, choice, start: start + lead, end: end - trail }];
  };
  let end = 0;
  const pieces = choices.flatMap((each, choice) => {
    const [from, to] = extentOf(each);
    const before = around(choice, choice === 0 ? 'before' : 'between', end, from);
    end = to;
    const arms = Object.entries(each.options).map(([name, option]): IcuPiece => {
      const [open, close] = extentOf(option);
      return { argument: each.value, kind: kindOf(each), name, choice, start: open + 1, end: close - 1 };
    });
    return [...before, ...arms];
  });
  return choices.length === 0 ? [] : [...pieces, ...around(choices.length - 1, 'after', end, message.length)];
}

/** Asked for when it was parsed. */
function extentOf({ location }: { readonly location?: Location | null }): readonly [number, number] {
  const { start, end } = location as Location;
  return [start.offset, end.offset];
}

/** What is put into a message: how many there are, which cases of its selects apply, and what stands for all else. */
export interface IcuValues {
  readonly locale: string;
  readonly number: number;
  readonly select: (argument: string) => string | undefined;
  readonly sample: (argument: string) => string;
}

/** The message with values in it; as it is where it does not parse. Throws on no input. */
export function fillIcu(message: string, values: IcuValues): string {
  const elements = parseElements(message);
  return elements.length === 0 ? message : fill(elements, values, values.number);
}

function fill(elements: readonly MessageFormatElement[], values: IcuValues, count: number): string {
  return elements
    .map((element) => {
      if (isLiteralElement(element)) return element.value;
      if (isPoundElement(element)) return String(count);
      if (isSelectElement(element)) return fillArm(element, values.select(element.value), values, count);
      if (!isPluralElement(element)) return values.sample(element.value);
      const left = values.number - element.offset;
      const rules = new Intl.PluralRules(values.locale, {
        type: kindOf(element) === 'ordinal' ? 'ordinal' : 'cardinal',
      });
      const exact = `=${values.number}`;
      return fillArm(element, exact in element.options ? exact : rules.select(left), values, left);
    })
    .join('');
}

/** The parser wants a case “other”. */
function fillArm({ options }: PluralElement | SelectElement, name = 'other', values: IcuValues, count: number): string {
  const arm = (options[name] ?? options['other']) as PluralOrSelectOption;
  return fill(arm.value, values, count);
}

/** None where the message does not parse. */
function parseElements(message: string): readonly MessageFormatElement[] {
  if (message.length > longestMessage) return [];
  try {
    const options = { ignoreTag: true, requiresOtherClause: true, shouldParseSkeletons: false, captureLocation: true };
    return parse(message, options);
  } catch {
    return [];
  }
}

function kindOf(element: PluralElement | SelectElement): IcuChoice['kind'] {
  return isSelectElement(element) ? 'select' : element.pluralType === 'ordinal' ? 'ordinal' : 'plural';
}

function collect(elements: readonly MessageFormatElement[]): IcuMessage {
  const names = new Set<string>();
  const choices: IcuChoice[] = [];
  const open = [...elements];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    names.add(element.value);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    choices.push({ argument: element.value, kind: kindOf(element), arms: Object.keys(element.options) });
    for (const { value } of Object.values(element.options)) for (const inner of value) open.push(inner);
  }
  // A number may be said in words.
  const asked = new Set(choices.map(({ argument }) => argument));
  const always = new Set(filledIn(elements).filter((name) => !asked.has(name)));
  const counts = new Set(elements.flatMap((each) => (isPluralElement(each) && saysNumber(each) ? [each.value] : [])));
  return { arguments: names, choices, always, counts };
}

/** Does each arm that stands for many numbers say which? */
function saysNumber({ value: name, options }: PluralElement): boolean {
  return Object.entries(options)
    .filter(([arm]) => arm === 'few' || arm === 'many' || arm === 'other')
    .every(([, { value }]) =>
      value.some((part) => isPoundElement(part) || (!isLiteralElement(part) && part.value === name)),
    );
}

/** What is filled in where each choice comes to `other`. */
function filledIn(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element): readonly string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.tag || isPoundElement(element)) return [];
    if (!isPluralElement(element) && !isSelectElement(element)) return [element.value];
    return filledIn(element.options['other']?.value ?? []);
  });
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
