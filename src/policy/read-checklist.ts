import { builtInChecklist } from './built-in-checklist.js';
import { checklistLines } from './checklist/checklist-lines.js';
import type { PolicyFile } from './policy.js';

/** One `- [ ]` item of the PM PR Review skill file. `check` is the id in its HTML comment; without one it is attested by hand. */
export interface ChecklistItem {
  readonly section: string;
  readonly text: string;
  readonly check: string | undefined;
  /** Line in the skill file, from 1. */
  readonly line: number;
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
}

/** What a hostile skill file may cost: beyond these it is cut, and the controls are added all the same. */
const mostItems = 200;
const longestText = 300;

/**
 * Reads the checklist of a skill file: headings are sections, `- [ ]` lines are items (`checklistLines`). `undefined` reads the
 * built-in file. Throws on no input.
 */
export function readChecklist(file: PolicyFile | undefined): Checklist {
  const items: ChecklistItem[] = [];
  for (const { item, section, line } of checklistLines(file?.text ?? builtInChecklist)) {
    if (items.length === mostItems) break;
    if (item !== undefined) items.push({ section, ...readItem(item), line });
  }
  return { items };
}

function readItem(item: string): { text: string; check: string | undefined } {
  const check = /<!-- *check: *([a-z][a-z0-9-]*) *-->/.exec(item)?.[1];
  const text = item
    .slice(0, 2 * longestText)
    .replace(/<!--[^>]*-->/g, '')
    .trim();
  return { text: text.slice(0, longestText), check };
}
