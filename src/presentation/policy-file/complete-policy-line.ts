import { completePath } from './complete-path.js';
import { settingLines } from './setting-lines.js';

/** What a policy can name in a repository. */
export interface PolicyNames {
  readonly paths: readonly string[];
  /** Handles and teams. */
  readonly handles: readonly string[];
  readonly flags: readonly string[];
}

/** What may stand at the cursor; it takes the place of the columns from `start` to `end`. */
export interface PolicyCompletion {
  readonly label: string;
  readonly detail: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What may stand at a place of a policy file: settings behind `**`, paths and globs in backticks (in CODEOWNERS as its patterns), handles behind `@`,
 * and flags in their column of the list of PMs. `line` counts from 0.
 */
export function completePolicyLine(
  lines: readonly string[],
  { line, character }: { readonly line: number; readonly character: number },
  names: PolicyNames,
  isOwners: boolean,
): readonly PolicyCompletion[] {
  const text = lines[line] ?? '';
  const before = text.slice(0, character);
  const from = (start: number, end = character) => ({ start, end });
  const [setting] = isOwners ? [] : (/^\s*(?:[-*] +)?(\*{1,2}[\w -]*)$/u.exec(before)?.slice(1) ?? []);
  if (setting !== undefined && setting !== '*')
    return settingLines.map((label) => ({ label, detail: '', ...from(character - setting.length, text.length) }));
  const handle = /(?<![\w.+-])@[\w./-]*$/u.exec(before);
  if (handle !== null) return names.handles.map((label) => ({ label, detail: '', ...from(handle.index) }));
  const path = isOwners ? /^\s*(?![#@])(\S*)$/u.exec(before)?.[1] : codeBegun(before);
  if (path !== undefined)
    return completePath(path, names.paths).map((each) => ({
      label: each.path,
      detail: each.detail,
      ...from(character - path.length),
    }));
  const [flag] = /[\w.:-]*$/u.exec(before) as RegExpExecArray;
  return /flags?/iu.test(columnTitle(lines, line, before))
    ? names.flags.map((label) => ({ label, detail: '', ...from(character - flag.length) }))
    : [];
}

/** What stands in backticks that are not closed yet. */
function codeBegun(before: string): string | undefined {
  const parts = before.split('`');
  return parts.length % 2 === 0 ? parts.at(-1) : undefined;
}

/** The title over the cell that the cursor stands in; '' outside of a table, and in its head. */
function columnTitle(lines: readonly string[], line: number, before: string): string {
  let head = line;
  while (lines[head - 1]?.trimStart().startsWith('|') === true) head -= 1;
  return head === line ? '' : ((lines[head] as string).split('|')[before.split('|').length - 1] ?? '');
}
