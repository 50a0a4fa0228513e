/** A line of a policy in other signs, and in words what that does. */
export interface RewrittenLine {
  readonly title: string;
  readonly line: string;
}

/** What a line may have been meant to be, by the slips that are usual in Markdown. Whether that is of any use is for others to try. */
export function rewriteLine(line: string): readonly RewrittenLine[] {
  return rewritings
    .map(({ title, rewrite }) => ({ title, line: rewrite(line) }))
    .filter(({ line: other }) => other !== line);
}

interface Rewriting {
  readonly title: string;
  readonly rewrite: (line: string) => string;
}

const inCode = (change: (code: string) => string): Rewriting['rewrite'] => {
  return (line) => line.replace(/`[^`]+`/gu, (code) => `\`${change(code.slice(1, -1))}\``);
};

const rewritings: readonly Rewriting[] = [
  { title: 'Take the “!” away', rewrite: inCode((code) => code.replace(/^!+/u, '')) },
  { title: 'Write “/” between folders', rewrite: inCode((code) => code.replace(/\\+/gu, '/')) },
  {
    title: 'Put each path in backticks of its own',
    rewrite: inCode((code) =>
      code
        .split(/\s*,\s*(?![^{]*\})/u)
        .filter((each) => each !== '')
        .join('`, `'),
    ),
  },
  { title: 'Take the box of the task away', rewrite: (line) => line.replace(/^(\s*[-*+] )\[[ xX]\] /u, '$1') },
  { title: 'Take the strokes away', rewrite: (line) => line.replaceAll('~~', '') },
  { title: 'Take it out of the quote', rewrite: (line) => line.replace(/^\s*(?:>\s?)+/u, '') },
  {
    title: 'Put the path in backticks',
    rewrite: (line) =>
      line.includes('`')
        ? line
        : line.replace(/^(\s*[-*+] )(?:\[[^\]]*\]\()?([\w.@*{},-]*[/*.][\w./@*{},-]*)\)?(?=\s|$)/u, '$1`$2`'),
  },
  {
    title: 'Write it as a setting',
    rewrite: (line) => line.replace(/^[\s>*_`#+-]*(\w[\w -]*?)[\s*_`]*:[\s*_`]*(\S.*?)[*_]*$/u, '**$1:** $2'),
  },
];
