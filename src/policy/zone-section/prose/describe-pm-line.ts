import { toExcerpt } from '../../grammar/tokenize.js';

/** What is said of a line that names the PMs where there is no list of them. */
export function describePmLine(text: string): string {
  return `“${toExcerpt(text)}” says who the PMs are and holds nobody: what is open here is open to any PM. If it is meant for these alone, ask an engineer to list them in a table with the columns “PM” and “Email”.`;
}
