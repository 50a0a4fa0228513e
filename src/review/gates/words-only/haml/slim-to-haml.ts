import { closing } from '../closing.js';

const filter =
  /^(?:javascript|css|scss|sass|less|coffee|markdown|ruby|erb|textile|rdoc|asciidoc|opal|builder|liquid|typescript)\b.*:\s*$/;
const element = /^(?:[a-z][\w-]*)?(?:[.#][\w-]+)*/;
const code = /^(?:-|=|(?:[a-z][\w-]*)?(?:[.#][\w-]+)*[<>]*=)/;
const attribute = /^\s*(?:[*:({[]|=|[^\s"'<>/=]+\s*=)/;

/**
 * Slim written as the Haml that draws the same; what may hold attributes is kept with all that stands behind it on its line, and nothing of it is read.
 * `undefined` where nobody can tell.
 */
export function slimToHaml(source: string): string | undefined {
  const lines = source.split(/\r?\n/);
  const written: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    let text = line.trim();
    // Behind a comma, code goes on in the next line.
    while (code.test(text) && text.endsWith(',') && index + 1 < lines.length)
      text += ` ${(lines[++index] as string).trim()}`;
    const indent = line.slice(0, line.length - line.trimStart().length);
    const haml = text === '' ? '' : lineToHaml(text);
    const isText = /^[|']/.test(text);
    // A text goes on as deep as it began, and code behind such a sign.
    if (haml === undefined || text.endsWith('\\') || (isText && goesOn(lines[index + 1], indent))) return undefined;
    written.push(text === '' ? '' : indent + haml);
  }
  return written.join('\n');
}

function goesOn(next: string | undefined, indent: string): boolean {
  return next !== undefined && next.trim() !== '' && next.length - next.trimStart().length > indent.length;
}

function lineToHaml(text: string): string | undefined {
  if (text.startsWith('/')) return `-# ${text}`;
  if (filter.test(text)) return /^\w+:/.test(text) ? `:${text}` : undefined;
  if (text.startsWith('doctype ')) return `- ${text}`;
  if (/^(?:-|==?)/.test(text)) return isWhole(text) ? text : undefined;
  if (/^[|'] ?/.test(text)) return text.slice(1).trim() === '' ? undefined : asText(text.slice(1).trim());
  const [name] = element.exec(text) as unknown as [string];
  const rest = text.slice(name.length);
  if (name === '') return undefined;
  const head = /^[.#]/.test(name) ? name : `%${name}`;
  if (/^(?:[<>]*=|\/?$)/.test(rest)) return isWhole(rest) ? head + rest : undefined;
  if (attribute.test(rest)) {
    const end = endOfAttributes(rest);
    const words = rest.slice(end);
    // All is kept of what is no plain row of attributes with words behind it.
    const areWords = end > 0 && /^\s+\p{L}/u.test(words) && !attribute.test(words);
    const [given, said] = areWords ? [rest.slice(0, end), ` ${words.trim()}`] : [rest, ''];
    const raw = `{${given}}`;
    return isWhole(given) && closing(raw, 0, '{', '}') === raw.length ? head + raw + said : undefined;
  }
  return /^[<>]*\s/.test(rest) ? head + rest : undefined;
}

/** Where the attributes of an element end, as Slim reads them: a value is in quotes, or goes on to a blank outside of brackets. */
function endOfAttributes(text: string): number {
  const name = /\s{1,9}[\w:@.-]{1,100}\s{0,9}==?\s{0,9}/y;
  let at = 0;
  for (;;) {
    name.lastIndex = at;
    const [found] = name.exec(text) ?? [];
    if (found === undefined) return at;
    at = endOfValue(text, at + found.length);
  }
}

/** The end of the line where the value does not end for certain. */
function endOfValue(text: string, from: number): number {
  const first = text.charAt(from);
  if (/["']/.test(first)) {
    const close = text.indexOf(first, from + 1);
    return close === -1 || text.slice(from, close).includes('#{') ? text.length : close + 1;
  }
  let at = from;
  while (at < text.length && !/\s/.test(text.charAt(at))) {
    const opens = text.charAt(at);
    const closes = brackets.get(opens);
    at = closes === undefined ? at + 1 : (closing(text, at, opens, closes) ?? text.length);
  }
  return at;
}

const brackets: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** Code, or what an element is given, goes on in the next line behind a comma or within brackets. */
function isWhole(text: string): boolean {
  const signs = text.replaceAll(/[^()[\]{}]/g, '');
  const isEven = ['()', '[]', '{}'].every(
    ([opens = '', closes = '']) => signs.split(opens).length === signs.split(closes).length,
  );
  return isEven && !/,(?:\s*#.*)?$/.test(text);
}

/** What would begin something else in Haml. */
function asText(text: string): string | undefined {
  return /^[%.#\-=~!&:/\\]/.test(text) ? undefined : text;
}
