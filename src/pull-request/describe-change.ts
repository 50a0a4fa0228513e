import { countChangedLines, type Change, type ChangedFile } from '../change/change.js';
import type { Flag, FlagChange } from '../flags/flag-change.js';
import { classifyFile } from '../change/classify-file.js';
import type { CompiledCatalog } from '../review/find-compiled-catalogs.js';
import type { Reworded } from '../review/list-reworded.js';
import type { TextChange } from './read-text-changes.js';
import { toInlineCode, toPlainMarkdown } from '../text/plain-markdown.js';

/** Rows shown at once; further ones go into collapsed details, and beyond `mostRows` they are only counted. */
const mostOpenRows = 10;
const mostRows = 100;

/**
 * What changed in the PM's terms, as Markdown: flags, texts and other words before and after in one small table, then new events, then the files.
 */
export function describeChange(
  change: Change,
  flags: FlagChange,
  texts: readonly TextChange[],
  reworded: readonly Reworded[],
): string {
  const rows = [...flags.differences.map(flagRow), ...texts.flatMap(copyRows), ...reworded.map(rewordedRow)];
  const events = change.files.flatMap(findNewEvents).map(toInlineCode);
  const more = events.length > 30 ? ' …' : '';
  return [
    ...table('What', 'Before', 'After', rows),
    ...(events.length === 0 ? [] : [`**New in the events:** ${events.slice(0, 30).join(', ')}${more}`]),
    files(change.files),
  ].join('\n\n');
}

type Row = readonly [what: string, before: string, after: string];

function table(...[what, before, after, rows]: [...Row, readonly Row[]]): string[] {
  if (rows.length === 0) return [];
  const head = `| ${what} | ${before} | ${after} |\n| --- | --- | --- |\n`;
  const lines = rows.slice(0, mostRows).map((row) => `| ${row.join(' | ')} |`);
  const open = head + lines.slice(0, mostOpenRows).join('\n');
  if (rows.length <= mostOpenRows) return [open];
  const rest = rows.length - lines.length;
  const more = rest > 0 ? `\n\n… and ${rest} more.` : '';
  return [
    open,
    renderDetails(`${rows.length - mostOpenRows} more`, `${head}${lines.slice(mostOpenRows).join('\n')}${more}`),
  ];
}

/** A collapsed part. `summary` is ours, never the repository's. */
export function renderDetails(summary: string, markdown: string): string {
  return `<details><summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
}

function flagRow({ key, before, after }: FlagChange['differences'][number]): Row {
  const [old, now] = [describeFlag(before), describeFlag(after)];
  return [`Flag ${toInlineCode(key)}`, old, old === now ? `${now}, other settings differ` : now];
}

/** The state of a flag, in a few words. */
export function describeFlag(flag: Flag | undefined): string {
  if (flag === undefined) return 'not there';
  const percents = [...new Set(flag.rollouts.map(({ percent }) => percent))]
    .slice(0, 6)
    .map((percent) => `${percent} %`);
  const state = flag.state === 'unknown' ? 'state not said' : flag.state;
  return percents.length === 0 ? state : `${state}, ${percents.join(' / ')}`;
}

function copyRows({ path, locale, differences }: TextChange): Row[] {
  return differences.map((difference) => [
    `${toInlineCode(difference.key)} (${toPlainMarkdown(locale ?? path, 100)})`,
    difference.before === undefined ? 'new' : quoted(difference.before, difference.beforeInCode),
    difference.after === undefined ? 'removed' : quoted(difference.after, difference.afterInCode),
  ]);
}

function rewordedRow({ path, line, before, after }: Reworded): Row {
  const from = before.length + after.length > 2 * longestQuote ? differenceIn(before, after) : 0;
  const shown = [before, after].map((text) => quoted(`${from === 0 ? '' : '… '}${text.slice(from)}`)) as [
    string,
    string,
  ];
  return [`${toInlineCode(path)}, line ${line}`, ...shown];
}

/** Where to begin, a few words before the first difference. */
function differenceIn(before: string, after: string): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return before.lastIndexOf(' ', same - wordsBefore) + 1;
}

/** Characters of a text that are quoted, and of them before what differs. */
const longestQuote = 200;
const wordsBefore = 60;

function quoted(text: string, isInCode = false): string {
  return `“${toPlainMarkdown(text, longestQuote)}”${isInCode ? ' (the words in the code)' : ''}`;
}

/** Names that the added lines of an events file hold and its text before did not. */
export function findNewEvents({ path, before, after, added }: ChangedFile): string[] {
  if (classifyFile(path) !== 'events' || after?.text === undefined) return [];
  const lines = after.text.split(/\r\n|\r|\n/);
  const names = new Set<string>();
  for (const { start, end } of added) {
    for (const line of lines.slice(start - 1, Math.min(end, start + 500))) {
      for (const [, , name = ''] of line.slice(0, 500).matchAll(/(['"`])([\w.:-]{2,80})\1/g)) names.add(name);
    }
  }
  const old = before?.text ?? '';
  return [...names].filter((name) => !old.includes(name));
}

function files(changed: readonly ChangedFile[]): string {
  const lines = changed.slice(0, mostRows).map((file) => `- ${toInlineCode(file.path)}, ${fileWords(file)}`);
  const rest = changed.length - lines.length;
  const list = `${lines.join('\n')}${rest > 0 ? `\n- … and ${rest} more` : ''}`;
  const count = `${changed.length} ${changed.length === 1 ? 'file' : 'files'}`;
  return changed.length <= 5 ? `**${count}**\n\n${list}` : renderDetails(count, list);
}

function fileWords(file: ChangedFile): string {
  if (file.renamedFrom !== undefined) return `moved here from ${toInlineCode(file.renamedFrom)}`;
  if (file.renamedTo !== undefined) return `moved to ${toInlineCode(file.renamedTo)}`;
  if (file.after === undefined) return 'removed';
  const lines = countChangedLines(file);
  return `${file.before === undefined ? 'new, ' : ''}${lines} ${lines === 1 ? 'line' : 'lines'}`;
}

/** Compiled catalogs in this number are named. */
const mostCompiled = 10;

/** What an engineer has to build so that the product shows the new words. */
export function describeCompiled(compiled: readonly CompiledCatalog[]): readonly string[] {
  if (compiled.length === 0) return [];
  const names = compiled.slice(0, mostCompiled).map((each) => toInlineCode(each.compiled));
  const rest = compiled.length - names.length;
  const all = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [`**To be built:** ${all}. The new words are shown only once an engineer has built this from the catalogs.`];
}
