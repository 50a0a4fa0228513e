import type { ChangedFile } from '../change/change.js';

/** Says whether the code of the change deals with a placeholder of some text (`{name}`, `%1$s`), and not only its catalogs. */
export type ChangesInCode = (placeholder: string, key: string) => boolean;

/** Code that gives a text other values names them another number of times than before, or names the text in a line that is new or changed. */
export function findChangesInCode(files: readonly ChangedFile[]): ChangesInCode {
  return (placeholder, key) => {
    const name = /[\p{L}_]{3}[\p{L}\w]*/u.exec(placeholder)?.[0];
    const names = key.length < shortestKey ? [] : [...new Set([key, key.replaceAll('-', '_')])];
    return files.some((file) => {
      const [before, after] = [file.before?.text ?? '', file.after?.text ?? ''];
      if (name !== undefined && before.split(name).length !== after.split(name).length) return true;
      if (names.length === 0) return false;
      const added = addedText(file);
      return names.some((each) => countOf(added, each) > 0 || countOf(before, each) !== countOf(after, each));
    });
  };
}

/** Shorter ones are words of any code. */
const shortestKey = 6;

/** How often a name stands in a text where it does not go on. */
function countOf(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!/\w/.test(text.charAt(at + name.length))) count++;
  return count;
}

function addedText({ after, added }: ChangedFile): string {
  const lines = after?.text?.split('\n') ?? [];
  return added.map(({ start, end }) => lines.slice(start - 1, end).join('\n')).join('\n');
}
