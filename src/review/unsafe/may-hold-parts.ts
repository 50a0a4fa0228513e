import type { ChangedFile } from '../../change/change.js';
import { lineStarts } from '../../text/line-starts.js';
import { decodeText } from './decode-text.js';

/** Something of each active part, and of each address: of most changes of words there is none, and no commit waits for a parser. */
const traces =
  /script|frame|embed|applet|<[\s/]{0,9}style\b|<\s{0,9}(?:object|svg|math|form|input|button|textarea|select|meta|link|base|video|audio|source|template)[\s/]|\bon[a-z]{3,30}\s{0,9}=|(?:style|srcdoc|formaction|action|background|srcset)\s{0,9}=|data\s{0,9}:|\{!!|\{\{\{|\{\{-|<%|<\?|\|\s{0,9}(?:safe|raw|html_safe)|![a-z]+[/:]|[\\/]{2}|www\.|@/iu;

/** Lines around what is new: a text may go on in them. */
const around = 2;

/** Whether what the change brings to a file could hold a part that does something, or the address of a site. */
export function mayHoldParts({ after, added }: ChangedFile): boolean {
  const { text } = after ?? {};
  if (text === undefined) return false;
  const starts = lineStarts(text);
  return added.some(({ start, end }) => {
    const from = starts[Math.max(0, start - 1 - around)];
    return traces.test(decodeText(joinParts(text.slice(from, starts[end + around]))));
  });
}

/** What is written in pieces, as Gettext and Java's properties allow, or around a comment, as one. */
function joinParts(text: string): string {
  return text.replace(/"[\t ]{0,9}\r?\n[\t ]{0,99}"|\\\r?\n[\t ]{0,99}|<!--[^]{0,2000}?-->/gu, '');
}
