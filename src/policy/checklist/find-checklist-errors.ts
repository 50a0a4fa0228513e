import type { PolicyFile, PolicyProblem } from '../policy.js';
import { readChecklist } from '../read-checklist.js';
import { checklistLines, type ChecklistLine } from './checklist-lines.js';
import { foldLookAlikes } from '../settings/fold-look-alikes.js';
import { nearestName } from '../../text/nearest-name.js';

/** More of the same add nothing. */
const mostErrors = 20;

/**
 * What a skill file names as checks and nothing decides (design §6): a check that does not exist or cannot be read, one that stands
 * outside of an item, the second one of an item; and an item of Security and privacy that names none. Each would be a control that
 * somebody believes to be there.
 */
export function findChecklistErrors(file: PolicyFile): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  for (const line of checklistLines(file.text)) {
    const message = findFault(line);
    if (message !== undefined) problems.push({ severity: 'error', message, file: file.path, line: line.line });
    if (problems.length === mostErrors) break;
  }
  return problems;
}

function findFault({ text, section, item }: ChecklistLine): string | undefined {
  const comments = [...text.matchAll(/<!--(.*?)(-->|$)/g)].filter(([, words = '']) => isBinding(words, item));
  const [first] = comments;
  if (first === undefined) return item !== undefined && isSecuritySection(section) ? unchecked : undefined;
  const [whole, words = '', end] = first;
  const name = /^ *check: *([a-z][a-z0-9-]*) *$/.exec(words)?.[1];
  if (name === undefined || end === '')
    return `\`${shorten(whole)}\` names no check that can be read.${suggest(words)}`;
  if (!names.includes(name))
    return `There is no check \`${shorten(name)}\`, so nothing decides this item.${suggest(name)}`;
  if (item === undefined)
    return `\`${whole}\` stands outside of an item, so it checks nothing. Write it at the end of the line that begins with \`- [ ]\`.`;
  return comments.length > 1 ? several : undefined;
}

/** Whether a comment means to name a check: by its colon, or in an item as `check NAME`. */
function isBinding(written: string, item: string | undefined): boolean {
  const words = asSeen(written);
  return /^\W*checks?\s*[:=]/i.test(words) || (item !== undefined && /^\W*checks?\s+[\w-]+\s*$/i.test(words));
}

/** As the eye reads it: letters of other alphabets that look like Latin ones are meant for them, and what cannot be seen is not there. */
function asSeen(words: string): string {
  const seen = words.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}+/gu, '');
  return foldLookAlikes(seen.toLowerCase());
}

function isSecuritySection(section: string): boolean {
  const words = section
    .toLowerCase()
    .replace(/[^\p{L}&]+/gu, ' ')
    .trim();
  return /^(?:security (?:and|&) privacy|privacy (?:and|&) security)\b/.test(words);
}

/** Every check of the contract, also those that a person decides so far: those that the built-in list names. */
const names: readonly string[] = readChecklist(undefined)
  .items.map(({ check }) => check)
  .filter((check) => check !== undefined);

const several = 'This item names more than one check, and only the first counts. Write an item for each.';

const unchecked =
  'This item of Security and privacy names no check, so nothing decides it. Name its check as in `<!-- check: secrets -->`, or move it to another section, where a person confirms it.';

function suggest(written: string): string {
  const word = /[\w-]+\W*$/.exec(written.slice(0, 100).replace(/^\W*checks?\W*/i, ''))?.[0] ?? '';
  const near = nearestName(word.trim().toLowerCase().replace(/_/g, '-'), names);
  return near === undefined
    ? ' Name one of the docs as in `<!-- check: secrets -->`, or take the comment out, and a person confirms the item.'
    : ` Did you mean \`<!-- check: ${near} -->\`?`;
}

/** A message stays one sentence whatever was written. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
