import type { ChangedFile } from '../change/change.js';

/** Says whether the code of the change deals with a placeholder of some text (`{name}`, `%1$s`), and not only its catalogs. */
export type ChangesInCode = (placeholder: string, key: string) => boolean;

/** Code that gives a text other values names them another number of times than before, or names the text in a line that is new or changed. */
export function findChangesInCode(files: readonly ChangedFile[]): ChangesInCode {
  return (placeholder, key) => {
    const name = /[\p{L}_]{3}[\p{L}\w]*/u.exec(placeholder)?.[0];
    return files.some(
      (file) =>
        (name !== undefined && countOf(file.before?.text, name) !== countOf(file.after?.text, name)) ||
        (key.length >= shortestKey && addedText(file).includes(key)),
    );
  };
}

/** Shorter ones are words of any code. */
const shortestKey = 6;

function countOf(text: string | undefined, name: string): number {
  return text?.split(name).length ?? 1;
}

function addedText({ after, added }: ChangedFile): string {
  const lines = after?.text?.split('\n') ?? [];
  return added.map(({ start, end }) => lines.slice(start - 1, end).join('\n')).join('\n');
}
