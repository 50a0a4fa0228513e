import { builtInChecklist } from './built-in-checklist.js';

/** One `- [ ]` item of the PM PR Review skill file. `check` is the id in its HTML comment; without one it is attested by hand. */
export interface ChecklistItem {
  readonly section: string;
  readonly text: string;
  readonly check: string | undefined;
  /** Line in the skill file, from 1. */
  readonly line: number;
}

export interface Checklist {
  /** Path of the skill file; `undefined` for the built-in one. */
  readonly file: string | undefined;
  readonly items: readonly ChecklistItem[];
}

/** What a hostile skill file may cost: beyond these it is cut, and the controls are added all the same. */
const mostItems = 200;
const longestText = 300;

/**
 * Reads the checklist of a skill file: headings are sections, `- [ ]` lines (also `*`, `+`, ticked ones) are items. Items in
 * code fences and in HTML comments are examples, not items. `undefined` reads the built-in file. Throws on no input.
 */
export function readChecklist(file: { readonly path: string; readonly text: string } | undefined): Checklist {
  const items: ChecklistItem[] = [];
  let section = 'Checklist';
  let fence: string | undefined;
  let comment = false;
  let line = 0;
  for (const raw of (file?.text ?? builtInChecklist).split('\n')) {
    line++;
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1]?.slice(0, 3);
    if (comment) {
      comment = !text.includes('-->');
    } else if (marker !== undefined && (fence === undefined || fence === marker)) {
      fence = fence === undefined ? marker : undefined;
    } else if (fence === undefined && items.length < mostItems) {
      section = /^ {0,3}#{2,6} +(.*)$/.exec(text)?.[1]?.replace(/ +#*$/, '').slice(0, longestText) ?? section;
      const item = /^\s*[-*+] \[[ xX]\] (.*)$/.exec(text)?.[1];
      if (item !== undefined) items.push({ section, ...readItem(item.slice(0, 2 * longestText)), line });
      comment = text.lastIndexOf('<!--') > text.lastIndexOf('-->');
    }
  }
  return { file: file?.path, items };
}

function readItem(item: string): { text: string; check: string | undefined } {
  const check = /<!-- *check: *([a-z][a-z0-9-]*) *-->/.exec(item)?.[1];
  const text = item.replace(/<!--[^>]*-->/g, '').trim();
  return { text: text.slice(0, longestText), check };
}
