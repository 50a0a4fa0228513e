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
  const raw = `{${rest}}`;
  if (attribute.test(rest)) return isWhole(rest) && closing(raw, 0, '{', '}') === raw.length ? head + raw : undefined;
  return /^[<>]*\s/.test(rest) ? head + rest : undefined;
}

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
