import { isRunningAttribute } from '../../catalogs/find-running-code.js';
import { lineStarts } from '../../text/line-starts.js';
import { attributesOfTags } from '../../text/attributes-of-tags.js';
import { decodeText } from './decode-text.js';

/** A part of a text that does something on the page which shows it. */
export interface ActivePart {
  /** As it is said to the PM, the same for all of its kind: `<script>`, `onclick=`. */
  readonly what: string;
  /** In the text, from 1. */
  readonly line: number;
  /** All of it, so that one is told from another of its kind. */
  readonly written: string;
  /** Whether it does anything there only a person can say. */
  readonly doubtful?: true;
}

/** A part with its place in a text. */
interface Found extends Omit<ActivePart, 'line'> {
  readonly at: number;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly say: (name: string) => string;
  /** What belongs to it behind what the pattern finds, unless it goes on to the next of its kind. */
  readonly rest?: RegExp;
}

const tag = (name: string): string => `<${name.toLowerCase()}>`;
const toEndOfTag = /[^<>]{0,2000}/y;
const toEndOfAddress = /[^\s"'<>)]{0,2000}/y;
const toEndOfBrace = /[^{}]{0,500}/y;

const patterns: readonly Pattern[] = [
  // Programs and pages within the page, with all that stands in them.
  { pattern: /<[\s/]{0,9}(script|iframe|frame|frameset|embed|applet|style)\b/giu, say: tag },
  // Libraries of translation call their own placeholders so (`<link>the terms</link>`); with an attribute they are tags of the page.
  {
    pattern:
      /<\s{0,9}(object|svg|math|use|portal|form|input|button|textarea|select|meta|link|base|video|audio|source|template)[\s/][^<>=]{0,200}=/giu,
    say: tag,
    rest: toEndOfTag,
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(${['javascript', 'vbscript', 'livescript'].map(spaced).join('|')})\\s{0,9}:(?=[^\\s”“"'])`,
      'giu',
    ),
    say: (name) => `${name.replace(/\s/gu, '').toLowerCase()}:`,
    rest: toEndOfAddress,
  },
  {
    pattern: /(\bdata)\s{0,9}:\s{0,9}(?:text\/(?:html|javascript|xml)|application\/|image\/svg)/giu,
    say: () => 'data:',
    rest: toEndOfAddress,
  },
];

/** What a library of templates puts onto the page without making it harmless first, and code of a page within a text. */
const unescaped: readonly Pattern[] = [
  { pattern: /(\{!!)/gu, say: () => '{!!', rest: toEndOfBrace },
  { pattern: /(\{\{\{)/gu, say: () => '{{{', rest: toEndOfBrace },
  { pattern: /(\{\{-)\s?[a-z_]/giu, say: () => '{{-', rest: toEndOfBrace },
  { pattern: /(<%)/gu, say: () => '<%', rest: toEndOfTag },
  { pattern: /(<\?)(?!xml\b)/giu, say: () => '<?', rest: toEndOfTag },
  {
    pattern: /\{\{[^{}]{0,200}\|\s{0,9}(safe|raw|html_safe|safe_html)\b/giu,
    say: (name) => `| ${name.toLowerCase()}`,
    rest: toEndOfBrace,
  },
];

/** Tags by which YAML makes an object of a program. */
const yamlObjects: readonly Pattern[] = [
  { pattern: /(?:^|[\s,[{:-])(!{1,2}(?:ruby|python|php|perl|java|js)[/:])/gimu, say: (name) => name, rest: /\S*/y },
];

/** What an element of a page says of itself, with nothing filled in: another text makes it no other. */
const words =
  /\s(?:placeholder|title|alt|aria-label|aria-description)\s{0,3}=\s{0,3}(?:"[^"<>{}$%@\\]{0,500}"|'[^'<>{}$%@\\]{0,500}')/giu;

const activeAttribute = /^(?:on[a-z]{3,30}|style|srcdoc|formaction|action|background|srcset)$/u;

/** What in a text does something on a page, in any spelling that pages read. Takes time in proportion to the text. */
export function findActiveParts(text: string): readonly ActivePart[] {
  return find(text, (read) => [...findPatterns(read, patterns), ...findAttributes(read)]);
}

/** What in a text of a catalog lets a name or a number that is filled in do so. */
export function findUnescapedParts(text: string): readonly ActivePart[] {
  return find(text, (read) => findPatterns(read, unescaped));
}

/** What of a YAML file makes whoever reads it build an object of a program. */
export function findYamlObjects(text: string): readonly ActivePart[] {
  return find(text, (read) => findPatterns(read, yamlObjects));
}

function find(text: string, search: (read: string) => readonly Found[]): readonly ActivePart[] {
  if (!/[<:{!&\\]/u.test(text)) return [];
  const read = decodeText(text);
  const found = search(read);
  if (found.length === 0) return [];
  const starts = lineStarts(read);
  let line = 0;
  return found
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, ...part }) => {
      while (line < starts.length && (starts[line] as number) <= at) line++;
      return { ...part, line };
    });
}

function findPatterns(read: string, wanted: readonly Pattern[]): readonly Found[] {
  return wanted.flatMap(({ pattern, say, rest }) => {
    const matches = [...read.matchAll(pattern)];
    return matches.map(({ 0: found, 1: name = '', index }, nth) => {
      const isEnd = /^<\s{0,9}\//u.test(found);
      const end = rest === undefined && !isEnd ? matches[nth + 1]?.index : endOf(read, index + found.length, rest);
      const written = read.slice(index, end);
      return {
        what: say(name),
        at: index + found.indexOf(name),
        written: rest === toEndOfTag ? written.replaceAll(words, '') : written,
      };
    });
  });
}

function endOf(read: string, from: number, rest = toEndOfTag): number {
  rest.lastIndex = from;
  rest.test(read);
  return rest.lastIndex;
}

function findAttributes(read: string): readonly Found[] {
  const found = [...attributesOfTags(read)].flatMap(({ name, written, at }): readonly Found[] => {
    if (activeAttribute.test(name)) return [{ what: `${name}=`, at, written }];
    return isRunningAttribute(name) ? [{ what: `${name}=`, at, written, doubtful: true }] : [];
  });
  const known = new Set(found.map(({ at }) => at));
  return [...found, ...findLooseAttributes(read).filter(({ at }) => !known.has(at))];
}

/** Behind a quotation mark that is out of place, a page reads another tag than one that looks for its end. */
function findLooseAttributes(read: string): readonly Found[] {
  const tagAt = read.search(/<[a-z/!]/iu);
  if (tagAt < 0) return [];
  const loose = /[\s/"'](on[a-z]{3,30}|srcdoc|formaction)\s{0,9}=[^<>]{0,500}/giu;
  return [...read.slice(tagAt).matchAll(loose)].map(({ 0: written, 1: name = '', index }) => ({
    what: `${name.toLowerCase()}=`,
    at: tagAt + index + 1,
    written,
    doubtful: true,
  }));
}

/** A page reads on over tabs and ends of lines in the name of an address's kind. */
function spaced(word: string): string {
  return word.replace(/(?!^)/gu, '[\\t\\r\\n]{0,9}');
}
