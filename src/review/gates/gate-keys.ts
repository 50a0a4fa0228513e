import { escapeExpression } from '../../text/escape-expression.js';
import type { ReviewContext } from '../check.js';
import { blankComments, isProgram, isTest, mentionsKey } from './code-text.js';

/** The flags that may stand before this change: the plan's and the PM's, as far as a flag file has them, where there is any. */
export async function gateKeys(context: ReviewContext): Promise<string[]> {
  const [{ flags, files }, { plan }] = await Promise.all([context.flags(), context.plan()]);
  const named =
    plan === undefined || plan.doc.flags.length === 0
      ? context.asking.rows.flatMap((row) => row.flags)
      : plan.doc.flags;
  const wanted = [...new Set(named)].filter((key) => key !== '');
  const known = wanted.filter((key) => flags.size === 0 || flags.has(key));
  if (known.length > 0) return known;
  // A list of flags in Ruby, say, nobody here reads; that it names the flag can be seen.
  const lists = await context.snapshot.read(
    'head',
    files.map(({ path }) => path),
  );
  const listed = wanted.filter((key) => [...lists.values()].some(({ text = '' }) => mentionsKey(text, key)));
  return listed.length > 0 ? listed : findAskedKeys(wanted, context);
}

/** The flags that code asked for before the change, which a service may hold: no file need have them. */
async function findAskedKeys(keys: readonly string[], { snapshot }: ReviewContext): Promise<string[]> {
  if (keys.length === 0) return [];
  const found = ((await snapshot.search(keys.map(escapeExpression))) ?? []).filter(
    (path) => isProgram(path) && !isTest(path),
  );
  const texts = [...(await snapshot.read('base', found.slice(0, 200))).values()].map(({ text = '' }) => text);
  return keys.filter((key) => texts.some((text) => mentionsKey(blankComments(text), key)));
}
