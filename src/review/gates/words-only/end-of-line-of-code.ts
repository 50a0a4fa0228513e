import { matchAt } from './match-at.js';

/** `% if ready` on a line of its own, `# if ready` of Jinja, `#if (ready)` of Velocity. */
const statement = /[ \t]*%[ \t]*\w[^\n]*/y;
const jinja = /[ \t]*#+[ \t]*\w[^\n]*/y;
const velocity = /#(?:if|elseif|else|end|set|foreach|parse|include|macro)\b(?:[ \t]*(\())?/y;

/** Code that Markdown shows in lines of its own, as far as its end is looked for, and within a line. */
const longestBlock = 20_000;
const block = new RegExp(`(\`\`\`+|~~~+)[^]{0,${longestBlock}}?\\n[ \\t]*\\1`, 'y');
const inline = /(`+)[^`]+\1/y;

/** Where a statement that has a line of its own, or code that Markdown shows, ends; `at` itself where none begins, `undefined` where it does not close. */
export function endOfLineOfCode(path: string, text: string, at: number): number | undefined {
  const isFirst = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
  const isProse = /\.md\.\w+$/i.test(path);
  const line =
    (isFirst && matchAt(statement, text, at)) ||
    (isFirst && !isProse && /\.(?:j2|jinja2?)$/i.test(path) && matchAt(jinja, text, at));
  if (line) return at + line[0].length;
  const ofVelocity = matchAt(velocity, text, at);
  if (ofVelocity !== null) return ofVelocity[1] === undefined ? at + ofVelocity[0].length : endOfBrackets(text, at);
  return isProse ? endOfShown(text, at) : at;
}

/** Behind the last bracket of a line. */
function endOfBrackets(text: string, at: number): number | undefined {
  const end = text.indexOf('\n', at);
  const last = text.slice(at, end === -1 ? text.length : end).lastIndexOf(')');
  return last === -1 ? undefined : at + last + 1;
}

function endOfShown(text: string, at: number): number | undefined {
  const found = matchAt(block, text, at);
  if (found !== null) return at + found[0].length;
  const opens = text.startsWith('```', at) || text.startsWith('~~~', at);
  if (opens && text.length - at > longestBlock) return undefined;
  return at + (matchAt(inline, text, at)?.[0].length ?? 0);
}
