import { escapeExpression } from '../../text/escape-expression.js';
import { lastNameOf } from '../../text/path-names.js';
import { isProgram, isTest } from '../gates/code-text.js';
import type { ReviewContext } from '../check.js';

/** What stands in a file of copy, prompts or events, with the paths of the programs that are known to use it. */
export interface SharedPart {
  readonly path: string;
  readonly users: readonly string[];
}

/** Names shorter than this say too little. */
const shortestName = 4;
const mostFiles = 50;

/** Who uses these files: of a catalog text by text those that ask for it, of others those that name the file. */
export async function findFeatureUsers(
  paths: readonly string[],
  { texts, snapshot }: Pick<ReviewContext, 'texts' | 'snapshot'>,
): Promise<readonly SharedPart[]> {
  const parts = (await texts()).texts
    .filter(({ file }) => paths.includes(file.path))
    .map(({ file, uses }): SharedPart => ({ path: file.path, users: uses.sure.map(({ path }) => path) }));
  const catalogs = new Set(parts.map(({ path }) => path));
  for (const path of paths.filter((each) => !catalogs.has(each)).slice(0, mostFiles)) {
    const name = lastNameOf(path).replace(/\.[^.]*$/, '');
    if (name.length < shortestName || !/^[\w.-]+$/.test(name)) continue;
    const found = await snapshot.search([`[/"'\`]${escapeExpression(name)}[."'\`]`]);
    parts.push({ path, users: (found ?? []).filter((each) => each !== path && isProgram(each) && !isTest(each)) });
  }
  return parts;
}
