import { alignLines } from './compare-lines.js';

/** Files in which spaces before and behind a line mean nothing. */
const isLoose = /\.(?:json|jsonc|json5|arb|webmanifest|xcstrings|xml|xlf|xliff|resx|resw)$/i;

/**
 * A text that a program laid out anew, as an editor does that formats on saving or ends lines in its own way, with the lines of before where they say
 * the same, and the other lines indented as those. Nothing but spaces at the ends of lines, and line ends, becomes another.
 */
export function layOutAgain(path: string, before: string, after: string): string {
  const keep = isLoose.test(path) ? (line: string) => line.trim() : withoutEnd;
  const [old, now] = [linesOf(before), linesOf(after)];
  const bare = (lines: readonly string[]): string => lines.map((line) => `${keep(line)}\n`).join('');
  const { oldLineOf } = alignLines(bare(old), bare(now));
  const indents = new Map<string, string>();
  for (const [at, line] of now.entries()) {
    const was = old[Number(oldLineOf[at]) - 1];
    if (was !== undefined && line.trim() !== '' && !indents.has(indentOf(line)))
      indents.set(indentOf(line), indentOf(was));
  }
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const laidOut = now.map((line, at) => {
    const was = old[Number(oldLineOf[at]) - 1];
    const ended = line.endsWith('\n') ? end : '';
    if (was !== undefined) return `${withoutEnd(was)}${ended}`;
    const said = withoutEnd(line);
    return `${isLoose.test(path) ? (indents.get(indentOf(line)) ?? scaled(indentOf(line), indents)) : indentOf(line)}${said.slice(indentOf(line).length)}${ended}`;
  });
  return laidOut.join('');
}

/** An indent that no line of both texts has, in the proportion of the first that one has. */
function scaled(indent: string, indents: ReadonlyMap<string, string>): string {
  const [known] = [...indents].filter(([now, was]) => now !== '' && was !== '');
  if (known === undefined) return indent;
  const [now, was] = known;
  return was.charAt(0).repeat(Math.round((indent.length * was.length) / now.length));
}

function withoutEnd(line: string): string {
  return line.replace(/\r?\n$/, '');
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function indentOf(line: string): string {
  return line.replace(/[^ \t][^]*$/, '');
}
