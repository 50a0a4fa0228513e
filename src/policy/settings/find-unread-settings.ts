import type { Nodes, RootContent, Table, TableCell } from 'mdast';
import type { SectionProblem } from '../policy.js';
import { findNamedSettings, findRegulated, findRegulatedPlace, type NamedSetting } from './find-named-settings.js';
import { arePaths } from './are-paths.js';
import { linesOf } from './lines-of.js';
import { toPlainWords } from './to-plain-words.js';
import {
  findSettingLabel,
  isKindOfFiles,
  looksLikeValue,
  settingExamples,
  type SettingLabel,
} from './setting-labels.js';
import {
  firstTokenLine,
  splitTokenLines,
  startLine,
  toExcerpt,
  tokenize,
  toPlainText,
  toSourceText,
} from '../grammar/tokenize.js';

/** What names a setting without being one: the errors, and whether controls may be meant to be regulated. */
export interface UnreadSettings {
  readonly problems: readonly SectionProblem[];
  readonly isRegulated: boolean;
}

/**
 * Finds what names a setting and was not read as one, in whatever form: each line of the blocks as it is written and as it is shown, but for what was
 * `read` of it. Outside of the blocks only what can hardly be anything else counts.
 */
export function findUnreadSettings(
  blocks: readonly RootContent[],
  text: string,
  read: ReadonlyMap<number, ReadonlySet<SettingLabel>>,
): UnreadSettings {
  const source = text.split(/\r\n|\r|\n/u);
  const contexts = contextsOf(blocks);
  const shown = linesShown(blocks);
  const named = new Map<number, SettingLabel>();
  let isRegulated = false;
  const add = (line: number, label: SettingLabel, value: string): void => {
    if (!named.has(line)) named.set(line, label);
    if (label === 'controls' && !/^[`\s]*standard[`.!\s]*(?:$|\|)/u.test(value)) isRegulated = true;
  };
  const forms = [source.map(toPlainWords), source.map((_, at) => toPlainWords((shown.get(at + 1) ?? []).join(' | ')))];
  for (const words of forms) {
    for (const [at, line] of words.entries()) {
      const context = contexts.get(at + 1);
      for (const each of findNamedSettings(joinBroken(line, words[at + 1]))) {
        // What begins in the next line is found there.
        if (each.at > line.length || isAside(each) || isContact(each, line)) continue;
        if (each.label === 'engineers' && arePaths(each.value, source.slice(at + 1).find(isWritten) ?? '')) continue;
        const counts = context === undefined ? standsOut(each, source[at] as string) : namesSetting(each, context);
        if (counts && read.get(at + 1)?.has(each.label) !== true) add(at + 1, each.label, each.value);
      }
    }
    const inside = words.map((line, at) => (contexts.has(at + 1) && !read.has(at + 1) ? line : ''));
    for (const at of findRegulated(inside)) add(at + 1, 'controls', '');
  }
  for (const { line, label, value } of blocks.flatMap((block) => findInTables(block, contexts)))
    add(line, label, value);
  const isSet = [...read.values(), new Set(named.values())].some((labels) => labels.has('controls'));
  const doubt = isSet ? undefined : findDoubt(forms, contexts);
  const problems = [...named].map(([line, label]): SectionProblem => {
    const where = contexts.has(line) ? 'is not written as one' : 'stands outside of the PM zone';
    const counts = label === 'controls' && isRegulated ? ' Until then controls count as regulated.' : '';
    const message = `“${toExcerpt((source[line - 1] as string).trim())}” names the setting “${label}” and ${where}, so it is not read. Ask an engineer to write it in the PM zone, on a line of its own, like ${settingExamples[label]}. If it is none, ask for other words, or put “Remark (@handle):” before it.${counts}`;
    return { severity: 'error', line, message };
  });
  if (doubt === undefined) return { problems, isRegulated };
  const message = `“${toExcerpt((source[doubt] as string).trim())}” may mean the controls, so they count as regulated. Ask an engineer to write which they are, on a line of its own: **Controls:** regulated, or **Controls:** standard.`;
  return { problems: [...problems, { severity: 'warning', line: doubt + 1, message }], isRegulated: true };
}

/** A line of the section's words that says of all of it that it is regulated, from 0. */
function findDoubt(forms: readonly (readonly string[])[], contexts: ReadonlyMap<number, Context>): number | undefined {
  for (const words of forms) {
    const found = findRegulatedPlace(words.map((line, at) => (contexts.get(at + 1) === 'words' ? line : '')));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A line with the next one where a label may go on there. */
function joinBroken(line: string, next = ''): string {
  return /(?<!\p{L})(?:size|design|flags?|protected|planning|audit|base|incident)$/u.test(line)
    ? `${line} ${next}`
    : line;
}

function isWritten(line: string): boolean {
  return line.trim() !== '';
}

/** "Engineers: skip." speaks to them. */
function isAside({ label, value }: NamedSetting): boolean {
  return (
    label === 'engineers' &&
    /^(?:please )?(?:skip|ignore|read on|scroll)(?: (?:this|ahead|on|it|this section))?[\W_]*$/u.test(value)
  );
}

/** "Product: Vera (@vera). Engineers: @acme/app", "Engineers to pair with: @erin": whom to ask, which is kept as any other words. */
function isContact({ label, at, by }: NamedSetting, line: string): boolean {
  return label === 'engineers' && (besides.test(line) || (by === 'words' && whoPair.test(line.slice(at))));
}

const whoPair = /^[^\p{L}]{0,24}engineers (?:to pair with|who pair|to pair|for pairing|on duty|on call|to ask)\**:/u;

const besides =
  /(?<![\p{L}])(?:pms?|product(?: managers?)?|design(?:ers?)?|qa|contacts?|owners?|support|questions|dris?|reviewers?)(?: dri)?\**:/u;

/** What a line stands in: words, a list or table of rules, or what is no text (code, HTML). */
type Context = 'words' | 'rules' | 'code';

function namesSetting({ label, value, by }: NamedSetting, context: Context): boolean {
  if (context === 'rules' && isKindOfFiles(label)) return false;
  // In code and HTML many a thing is called "labels:".
  return (by === 'sign' && (context !== 'code' || label === 'protected data')) || looksLikeValue(label, value);
}

/** Outside of the section a line names a setting where it says that controls are regulated, or is written as a setting that would close something. */
function standsOut({ label, value, by }: NamedSetting, source: string): boolean {
  if (label === 'controls') return /^[`\s]*regulated\b/u.test(value);
  const isBold = /^[^\p{L}]*(?:\*\*|__)/u.test(source);
  return by === 'sign' && isBold && ['size limit', 'audit log'].includes(label) && looksLikeValue(label, value);
}

function contextsOf(blocks: readonly RootContent[]): ReadonlyMap<number, Context> {
  const contexts = new Map<number, Context>();
  let lead = '';
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') lead = toPlainText(tokenize(block));
    for (const line of linesOf([block])) contexts.set(line, contextOf(block, lead));
  }
  return contexts;
}

function contextOf(block: RootContent, lead: string): Context {
  if (block.type === 'code' || block.type === 'html') return 'code';
  const isOfRules =
    /\b(?:PMs?|product managers?|touch|edit|modify|change|allowed|locked)\b/iu.test(lead) &&
    !/\bsettings?\b/iu.test(lead);
  if (block.type === 'list') return isOfRules ? 'rules' : 'words';
  if (block.type !== 'table') return 'words';
  const head = toPlainText(tokenize(block, (node) => node.type === 'tableRow' && node !== block.children[0]));
  const hasPaths = headCells(block).some((title) => pathTitle.test(title));
  return isOfRules || hasPaths || /\bPMs?\b/u.test(head) ? 'rules' : 'words';
}

const pathTitle = /^(?:paths?|files?|globs?|folders?|director(?:y|ies)|area)$/u;

function headCells(table: Table): readonly string[] {
  return table.children
    .slice(0, 1)
    .flatMap((row) => row.children.map((cell) => toPlainWords(toPlainText(tokenize(cell)))));
}

/** What the blocks show in each line, marked up or not: entities are letters there. */
function linesShown(blocks: readonly RootContent[]): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<number, string[]>();
  for (const block of blocks) {
    for (const tokens of splitTokenLines(tokenize(block))) {
      const line = firstTokenLine(tokens);
      lines.set(line, [...(lines.get(line) ?? []), toSourceText(tokens)]);
    }
  }
  return lines;
}

/** Tables, at any depth, with a cell that is a label and another that looks like its value. */
function findInTables(
  block: RootContent,
  contexts: ReadonlyMap<number, Context>,
): readonly { readonly line: number; readonly label: SettingLabel; readonly value: string }[] {
  return tablesIn(block).flatMap((table) => {
    const cells = table.children.flatMap((row) => row.children);
    const words = cells.map((cell) => toPlainWords(toSourceText(tokenize(cell))));
    return words.flatMap((each, place) => {
      const label = findSettingLabel(each.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
      const line = startLine(cells[place] as TableCell);
      if (label === undefined || (contexts.get(line) === 'rules' && isKindOfFiles(label))) return [];
      const values = words.filter((other, at) => at !== place && looksLikeValue(label, other));
      return values.map((value) => ({ line, label, value }));
    });
  });
}

function tablesIn(block: RootContent): readonly Table[] {
  const tables: Table[] = [];
  const stack: Nodes[] = [block];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'table') tables.push(node);
    else if ('children' in node) stack.push(...node.children.toReversed());
  }
  return tables;
}
