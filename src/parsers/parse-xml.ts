import { SaxesParser } from 'saxes';

/** An element with its attributes and content; offsets count UTF-16 units of the text from 0. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its start tag begins, and where its content does. */
  readonly offset: number;
  readonly contentOffset: number;
  /** Elements and pieces of text in order; entities and CDATA are resolved. */
  readonly children: readonly (XmlElement | string)[];
}

/** The root of a document, or where and why it is none. */
export type Xml =
  | { readonly root: XmlElement }
  | { readonly problem: { readonly message: string; readonly offset: number; readonly undecided?: true } };

const deepest = 100;

interface OpenElement extends XmlElement {
  contentOffset: number;
  readonly children: (XmlElement | string)[];
}

/** Reads XML. Throws on no input, in time linear in its length; resolves no entity but those of XML itself, and opens nothing. */
export function parseXml(text: string): Xml {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  let closed: XmlElement | undefined;
  let begin = 0;
  let isInTag = false as boolean;
  const add = (piece: string): void => void stack.at(-1)?.children.push(piece);
  let unknown = undefined as number | undefined;
  let isTyped: boolean | undefined;
  parser.on('error', (error) => {
    // Entities may be defined where a document type says, and stay as they are written.
    if (!error.message.includes('undefined entity')) throw error;
    if ((isTyped ??= doctype.test(text))) return;
    unknown = text.lastIndexOf('&', parser.position - 1);
    throw error;
  });
  parser.on('opentagstart', () => {
    begin = text.lastIndexOf('<', parser.position - 2);
    isInTag = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length === deepest) throw new RangeError('Nested too deeply');
    const element: OpenElement = { name, attributes, offset: begin, contentOffset: parser.position, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
    root ??= element;
    isInTag = false;
  });
  parser.on('closetag', () => void (closed = stack.pop()));
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text).close();
  } catch (error) {
    const offset = Math.min(Math.max(parser.position - 1, 0), Math.max(text.length - 1, 0));
    if (error instanceof RangeError)
      return { problem: { message: 'it is nested too deeply to be checked', offset, undecided: true } };
    if (unknown !== undefined) {
      const [name = ''] = entityName.exec(text.slice(unknown, unknown + 62)) ?? [];
      return { problem: { message: `XML does not know “${name}”; write the sign itself`, offset: unknown } };
    }
    // The parser goes on to the next semicolon, wherever it stands.
    const bare = text.replace(aside, blank).search(bareAmpersand);
    if (bare >= 0 && bare <= offset)
      return { problem: { message: 'a “&” stands here by itself; write “&amp;”', offset: bare } };
    const { message } = error as Error;
    return { problem: explain(message, isInTag, isInTag ? begin : findBegin(text, message, offset, stack, closed)) };
  }
  // Without an element the parser fails.
  return { root: root as XmlElement };
}

/** Where that begins which the parser finds unfinished or out of place only behind it. */
function findBegin(
  text: string,
  error: string,
  offset: number,
  open: readonly XmlElement[],
  closed: XmlElement | undefined,
): number {
  const ending = text.lastIndexOf('</', offset);
  if (/unexpected close tag/.test(error)) {
    const name = /^<\/([^\s>]{1,200})/.exec(text.slice(ending, ending + 202))?.[1];
    // The end of what is around closes what is open: that is where an end is missing. What was never opened is itself too much.
    return open.some((element) => element.name === name) ? (closed as XmlElement).offset : ending;
  }
  if (/closing tag/.test(error)) return ending;
  if (/comment/.test(error)) return text.lastIndexOf('<!--', offset);
  if (!/unclosed tag/.test(error)) return offset;
  const endless = asideSigns
    .map(([start, end]) => [text.lastIndexOf(start), end] as const)
    .filter(([at, end]) => at >= 0 && !text.includes(end, at));
  return endless.length > 0 ? Math.min(...endless.map(([at]) => at)) : (open.at(-1)?.offset ?? offset);
}

function explain(
  error: string,
  isInTag: boolean,
  offset: number,
): { readonly message: string; readonly offset: number } {
  if (isInTag && /disallowed character|without value/.test(error)) return { message: unfinished, offset };
  const [, message] = explanations.find(([pattern]) => pattern.test(error)) ?? [];
  return {
    message: message ?? `it is not valid XML from here on (${error.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')})`,
    offset,
  };
}

/** A document type that declares something, here or elsewhere. */
const doctype = /<!DOCTYPE\s[^[>]{0,1000}?(?:\[|\b(?:SYSTEM|PUBLIC)\b)/;
const entityName = /^&\w+;/;
const bareAmpersand = /&(?!#?\w{1,60};)/;
const asideSigns = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
/** What is no text, where an ampersand may stand. */
const aside =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<!DOCTYPE[^[>]{0,1000}(?:\[[^\]]*\])?\s{0,50}>/g;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

const unfinished = 'the tag that begins here is not finished; a “<” in a text is written “&lt;”';
const explanations: readonly (readonly [RegExp, string])[] = [
  [/unexpected close tag|unmatched closing|unclosed tag/i, 'a tag is never closed, or closed by another name'],
  [/disallowed character/i, 'a sign stands here that XML has no place for; a “<” in a text is written “&lt;”'],
  [/must contain a root/i, 'the end of the file comes before the end of its texts'],
];
