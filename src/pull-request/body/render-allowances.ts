import type { Judgement } from '../../policy/policy.js';
import { shortenLists } from '../../policy/describe-reason.js';
import { toInlineCode, toPlainMarkdown } from '../../text/plain-markdown.js';
import { renderDetails } from '../describe-change.js';

/** The rule that makes each file editable, in collapsed details; `undefined` where none is. */
export function renderAllowances(judgements: ReadonlyMap<string, Judgement>): string | undefined {
  const rows = [...judgements].flatMap(([path, { standing, because }]) => {
    const [rule] = because;
    if (standing !== 'editable' || rule === undefined) return [];
    const place = rule.line === 0 ? 'built into PM Zone' : toInlineCode(`${rule.file}:${rule.line}`);
    return [
      `| ${toInlineCode(path)} | ${toPlainMarkdown(shortenLists(rule.text.replaceAll('`', '')), 200)} | ${place} |`,
    ];
  });
  if (rows.length === 0) return undefined;
  const rest = rows.length > 30 ? `\n\n… and ${rows.length - 30} more` : '';
  const table = `| File | Rule | Where it stands |\n| --- | --- | --- |\n${rows.slice(0, 30).join('\n')}${rest}`;
  return renderDetails('The rule that opens each file', table);
}
