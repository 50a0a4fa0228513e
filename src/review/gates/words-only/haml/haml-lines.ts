import { closing } from '../closing.js';

/** A statement, an element or a text of Haml, with the lines that belong to it. */
export interface HamlLine {
  /** How deep it stands, in steps. */
  readonly depth: number;
  readonly text: string;
  /** Nothing in it is read. */
  readonly isRaw: boolean;
}

/** With all that stands in them: filters, comments, and elements in which nothing is read as text. */
const raw = /^(?::\w|\/|-#|%(?:script|style|pre|code|textarea|svg|math|iframe|object|noembed|xmp|plaintext)\b)/;
/** Code goes on where it ends with a comma. */
const code = /^(?:[-=~]|[!&]=|[%.#][^\s{(]*(?:[!&]?=|~)\s)/;
const opens = /^[%.#][\w.#:-]*([{(])/;

/** No line that goes on is longer. */
const longest = 5_000;

/** Parts Haml into its lines; `undefined` where their depths are not plain, or where something goes on over lines in another way. */
export function hamlLines(source: string): readonly HamlLine[] | undefined {
  const written = source.split(/\r?\n/);
  const found: HamlLine[] = [];
  let step = 0;
  for (let at = 0; at < written.length; at++) {
    let text = (written[at] as string).trim();
    if (text === '') continue;
    const indent = indentOf(written[at] as string);
    if (step === 0) step = indent ?? 0;
    const depth = indent === 0 ? 0 : (indent ?? NaN) / step;
    if (!Number.isInteger(depth) || depth > (found.at(-1)?.depth ?? -1) + 1) return undefined;
    const isRaw = raw.test(text);
    const goesOn = (next: string): boolean =>
      isRaw
        ? next.trim() === '' || (indentOf(next) ?? 0) > (indent as number)
        : text.length < longest && isUnfinished(text);
    for (let next = written[at + 1]; next !== undefined && goesOn(next); next = written[++at + 1])
      text += `\n${isRaw ? next.trimEnd() : next.trim()}`;
    if (!isRaw && (text.length > longest || /\s\|$/m.test(text) || isUnfinished(text))) return undefined;
    found.push({ depth, text: text.trimEnd(), isRaw });
  }
  return found;
}

function indentOf(line: string): number | undefined {
  const [blank] = /^\s*/.exec(line) as unknown as [string];
  return /[^ ]/.test(blank) ? undefined : blank.length;
}

function isUnfinished(text: string): boolean {
  if (code.test(text)) return text.endsWith(',');
  const [head, bracket] = opens.exec(text) ?? [];
  if (head === undefined || bracket === undefined) return false;
  return closing(text, head.length - 1, bracket, bracket === '{' ? '}' : ')') === undefined;
}
