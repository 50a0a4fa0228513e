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
  const add = (piece: string): void => void stack.at(-1)?.children.push(piece);
  parser.on('error', (error) => {
    // Entities may be defined elsewhere, and stay as they are written.
    if (!error.message.includes('undefined entity')) throw error;
  });
  parser.on('opentagstart', () => {
    begin = text.lastIndexOf('<', parser.position - 2);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length === deepest) throw new RangeError('Nested too deeply');
    const element: OpenElement = { name, attributes, offset: begin, contentOffset: parser.position, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
    root ??= element;
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
    // The parser goes on to the next semicolon, wherever it stands.
    const bare = text.search(bareAmpersand);
    if (bare >= 0 && bare <= offset)
      return { problem: { message: 'a “&” stands here by itself; write “&amp;”', offset: bare } };
    // Another's end closes what is open: that is where the end is missing.
    const { message } = error as Error;
    const open = /unexpected close tag/.test(message)
      ? closed
      : /unclosed tag/.test(message)
        ? stack.at(-1)
        : undefined;
    return { problem: explain(message, open?.offset ?? offset) };
  }
  // Without an element the parser fails.
  return { root: root as XmlElement };
}

function explain(error: string, offset: number): { readonly message: string; readonly offset: number } {
  const [, message] = explanations.find(([pattern]) => pattern.test(error)) ?? [];
  return {
    message: message ?? `it is not valid XML from here on (${error.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')})`,
    offset,
  };
}

const bareAmpersand = /&(?!#?\w{1,60};)(?![^<]{0,2000}\]\]>)/;
const explanations: readonly (readonly [RegExp, string])[] = [
  [/unexpected close tag|unmatched closing|unclosed tag/i, 'a tag is never closed, or closed by another name'],
  [/disallowed character/i, 'a sign stands here that XML has no place for; a “<” in a text is written “&lt;”'],
  [/must contain a root/i, 'the end of the file comes before the end of its texts'],
];
