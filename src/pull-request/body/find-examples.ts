import { readFences } from './read-fences.js';

/** An item of a list: a box to tick is none, since that is an answer of its own. */
const item = /^\s{0,20}(?:[-*+]|\d{1,3}[.)])(?:\s+(?!\[.\]\s)(.*))?$/;

/** What stands for more of the same: the list around it is an example. */
const andSoOn = /^(?:\.{2,}|…|etc\.?)$/i;

/** A sentence that somebody is to end, or one about what has no name yet. */
const open =
  /(?:\.{3}|…)$|\b(?:change|item|point|bullet|feature|scenario|component|module|screen)s? (?:[1-9]|[A-CX-Z])(?![\w-]|\.\w)/i;

/**
 * The lines of a template that are examples of an answer (“Tested feature X in scenario Y”, “...”), by their numbers from 0. Left in, they would
 * say of a change what nobody did.
 */
export function findExamples(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const fences = readFences();
  let list: number[] = [];
  let isExample = false;
  const end = (): void => {
    if (isExample) for (const at of list) found.add(at);
    [list, isExample] = [[], false];
  };
  for (const [at, line] of lines.entries()) {
    const listed = fences.isCode(line) ? null : item.exec(line.trimEnd());
    if (listed === null) {
      end();
      continue;
    }
    const text = (listed[1] ?? '').trim();
    list.push(at);
    isExample ||= andSoOn.test(text);
    if (open.test(text)) found.add(at);
  }
  end();
  return found;
}
