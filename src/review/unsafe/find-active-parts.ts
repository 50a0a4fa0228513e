import { decodeText } from './decode-text.js';

/** A part of a text that does something on the page which shows it. */
export interface ActivePart {
  /** As it is said to the PM, the same for all of its kind: `<script>`, `onclick=`. */
  readonly what: string;
  /** In the text, from 1. */
  readonly line: number;
}

type Pattern = readonly [pattern: RegExp, say: (name: string) => string];

const tag = (name: string): string => `<${name.toLowerCase()}>`;

const patterns: readonly Pattern[] = [
  // Programs and pages within the page.
  [/<[\s/]{0,9}(script|iframe|frame|frameset|embed|applet|style)\b/giu, tag],
  // Libraries of translation call their own placeholders so (`<link>the terms</link>`); with an attribute they are tags of the page.
  [
    /<\s{0,9}(object|svg|math|form|input|button|textarea|select|meta|link|base|video|audio|source|template)[\s/][^<>=]{0,200}=/giu,
    tag,
  ],
  [
    /<\s{0,9}[a-z][^<>]*?[\s/"'](on[a-z]{3,30}|style|srcdoc|formaction|action|background|srcset)\s{0,9}=/giu,
    (name) => `${name.toLowerCase()}=`,
  ],
  [
    new RegExp(
      `(?:^|["'=(\\s>[<])(${['javascript', 'vbscript', 'livescript'].map(spaced).join('|')})\\s{0,9}:(?=\\S)`,
      'giu',
    ),
    (name) => `${name.replace(/\s/gu, '').toLowerCase()}:`,
  ],
  [/(\bdata)\s{0,9}:\s{0,9}(?:text\/(?:html|javascript|xml)|application\/|image\/svg)/giu, () => 'data:'],
];

/** What a library of templates puts onto the page without making it harmless first, and code of a page within a text. */
const unescaped: readonly Pattern[] = [
  [/(\{!!)/gu, () => '{!!'],
  [/(\{\{\{)/gu, () => '{{{'],
  [/(\{\{-)\s?[a-z_]/giu, () => '{{-'],
  [/(<%)/gu, () => '<%'],
  [/(<\?)(?!xml\b)/giu, () => '<?'],
  [/\{\{[^{}]{0,200}\|\s{0,9}(safe|raw|html_safe|safe_html)\b/giu, (name) => `| ${name.toLowerCase()}`],
];

/** Tags by which YAML makes an object of a program. */
const yamlObject: Pattern = [/(?:^|[\s,[{:-])(!{1,2}(?:ruby|python|php|perl|java|js)[/:])/gimu, (name) => name];

/** What in a text does something on a page, in any spelling that pages read. Takes time in proportion to the text. */
export function findActiveParts(text: string): readonly ActivePart[] {
  return find(text, patterns);
}

/** What in a text of a catalog lets a name or a number that is filled in do so. */
export function findUnescapedParts(text: string): readonly ActivePart[] {
  return find(text, unescaped);
}

/** What of a YAML file makes whoever reads it build an object of a program. */
export function findYamlObjects(text: string): readonly ActivePart[] {
  return find(text, [yamlObject]);
}

function find(text: string, wanted: readonly Pattern[]): readonly ActivePart[] {
  if (!/[<:{!&\\]/u.test(text)) return [];
  const read = decodeText(text);
  return wanted.flatMap(([pattern, say]) =>
    [...read.matchAll(pattern)].map(({ 0: found, 1: name = '', index }) => ({
      what: say(name),
      line: lineOf(read, index + found.indexOf(name)),
    })),
  );
}

/** Few are found. */
function lineOf(text: string, end: number): number {
  return text.slice(0, end).split('\n').length;
}

/** A page reads on over tabs and ends of lines in the name of an address's kind. */
function spaced(word: string): string {
  return word.replace(/(?!^)/gu, '[\\t\\r\\n]{0,9}');
}
