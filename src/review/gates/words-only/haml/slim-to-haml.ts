import { closing } from '../closing.js';

const filter = /^(?:javascript|css|scss|sass|less|coffee|markdown|ruby|erb|textile|rdoc):\s*$/;
const element = /^(?:[a-z][\w-]*)?(?:[.#][\w-]+)*/;
const attribute = /^\s*(?:[*:({[]|[\w:@-]+=|==?(?=\s))/;

/**
 * Slim written as the Haml that draws the same; what may hold attributes is kept with all that stands behind it on its line, and nothing of it is read.
 * `undefined` where nobody can tell.
 */
export function slimToHaml(source: string): string | undefined {
  const lines = source.split(/\r?\n/);
  const written: string[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
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
  if (filter.test(text)) return `:${text}`;
  if (text.startsWith('doctype ')) return `- ${text}`;
  if (/^(?:-|==?)/.test(text)) return text;
  if (/^[|'] ?/.test(text)) return text.slice(1).trim() === '' ? undefined : asText(text.slice(1).trim());
  const [name] = element.exec(text) as unknown as [string];
  const rest = text.slice(name.length);
  if (name === '') return undefined;
  const head = /^[.#]/.test(name) ? name : `%${name}`;
  if (/^(?:[<>]*=|\/?$)/.test(rest)) return head + rest;
  const raw = `{${rest}}`;
  if (attribute.test(rest)) return closing(raw, 0, '{', '}') === raw.length ? head + raw : undefined;
  return /^[<>]*\s/.test(rest) ? head + rest : undefined;
}

/** What would begin something else in Haml. */
function asText(text: string): string | undefined {
  return /^[%.#\-=~!&:/\\]/.test(text) ? undefined : text;
}
