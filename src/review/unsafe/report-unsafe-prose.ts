import type { ChangedFile } from '../../change/change.js';
import type { Report } from '../check.js';
import { findActiveParts, findYamlObjects } from './find-active-parts.js';
import { findNewParts } from './find-new-parts.js';

/**
 * Parts of prose, flags or prompts that do something on a page which shows them. Prose may speak of such a thing, and a prompt call its own sections so:
 * a person says which of the two it is. What makes an object of a program in YAML is nothing to say.
 */
export function reportUnsafeProse({ path, before, after, added }: ChangedFile, who: string): readonly Report[] {
  if (after?.text === undefined) return [];
  const { text } = after;
  const old = before?.text ?? '';
  const isAdded = (line: number): boolean => added.some(({ start, end }) => start <= line && line <= end);
  const onNew = findActiveParts(text).filter(({ line }) => isAdded(line));
  const gone = findActiveParts(old).filter(({ what }) => onNew.some((part) => part.what === what));
  const kept = findActiveParts(text).filter(({ line }) => !isAdded(line));
  // What an edited line had before it has still.
  const parts = findNewParts([...kept, ...onNew], gone).filter(({ line }) => isAdded(line));
  const objects = /\.ya?ml$/iu.test(path) ? findNewParts(findYamlObjects(text), findYamlObjects(old)) : [];
  return [
    ...parts.map(({ what, line }): Report => ({
      message: `This has ${what} in it now, which does something on a page that shows it. That it is safe here ${who} confirms in the pull request.`,
      severity: 'note',
      path,
      line,
      undecided: true,
    })),
    ...objects.map(({ what, line }): Report => ({
      message: `This has ${what} in it now: what reads this file would build something of a program. Write the value itself, or ask ${who} to make this part of the change.`,
      path,
      line,
    })),
  ];
}
