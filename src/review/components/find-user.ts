import type { ReviewContext } from '../check.js';
import type { Breakage } from './compare-modules.js';
import { isForeign, isTest } from '../gates/code-text.js';
import { escapeExpression } from '../../text/escape-expression.js';

/** More files than these are not read: a name of so many is used. */
const most = 200;

/** What may name a component of a program: its name stands in data and prose for other reasons. */
const programs = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx)$/iu;

/**
 * A file that uses an export of another as it was before: that names it, and takes a prop that is gone or does not give one that is demanded; `undefined`
 * where none does, `unknownUser` where that could not be found out.
 */
export async function findUser(
  { path, breakage: { kind, name, prop } }: { readonly path: string; readonly breakage: Breakage },
  { snapshot, change }: Pick<ReviewContext, 'snapshot' | 'change'>,
): Promise<string | undefined> {
  const word = asWord(name === 'default' ? calledAfter(path) : name);
  const found = await snapshot.search([word], ['md']);
  if (found === undefined) return unknownUser;
  const paths = [...new Set([...found, ...change.files.map((file) => file.path)])]
    .filter((each) => each !== path && programs.test(each) && !isForeign(each))
    // What users see says more than a test of it.
    .toSorted((one, other) => Number(isTest(one)) - Number(isTest(other)));
  if (paths.length > most) return unknownUser;
  const [named, given] = [word, asWord(prop ?? '')].map((each) => new RegExp(each, 'mu')) as [RegExp, RegExp];
  const versions = await snapshot.read('head', paths);
  for (const each of paths) {
    const version = versions.get(each);
    if (version === undefined) continue;
    const { text } = version;
    if (text === undefined) return each;
    if (named.test(text) && (prop === undefined || given.test(text) === (kind !== 'required'))) return each;
  }
  return undefined;
}

/** Stands for files that were not looked at. */
export const unknownUser = 'other files';

/** `button/index.tsx` is asked for as `button`. */
function calledAfter(path: string): string {
  const [file = '', folder = ''] = path.split('/').toReversed();
  const name = file.replace(/\.[^.]+$/u, '');
  return name === 'index' ? folder : name;
}

function asWord(name: string): string {
  return `(^|[^A-Za-z0-9_$])${escapeExpression(name)}([^A-Za-z0-9_$]|$)`;
}
