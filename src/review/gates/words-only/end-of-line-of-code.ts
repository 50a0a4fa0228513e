import { matchAt } from './match-at.js';

/** `% if ready` on a line of its own, `# if ready` of Jinja, `#if (ready)` of Velocity. */
const statement = /[ \t]*%[ \t]*\w[^\n]*/y;
const jinja = /[ \t]*#+[ \t]*\w[^\n]*/y;
const velocity = /#(?:if|elseif|else|end|set|foreach|parse|include|macro)\b(?:[ \t]*\([^\n]*\))?/y;

/** Code that Markdown shows. */
const shown = /(```+|~~~+)[^]*?\n[ \t]*\1|(`+)[^`]+\2/y;

/** Where a statement that has a line of its own, or code that Markdown shows, ends; `at` itself where none begins. */
export function endOfLineOfCode(path: string, text: string, at: number): number {
  const isFirst = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
  const isProse = /\.md\.\w+$/i.test(path);
  const found =
    (isFirst && matchAt(statement, text, at)) ||
    (isFirst && !isProse && /\.(?:j2|jinja2?)$/i.test(path) && matchAt(jinja, text, at)) ||
    matchAt(velocity, text, at) ||
    (isProse && matchAt(shown, text, at));
  return at + (found ? found[0].length : 0);
}
