import { formatKeyPath } from '../../catalogs/catalog.js';
import type { Report, ReviewContext } from '../check.js';
import type { UsedText } from '../uses/text-uses.js';
import { whoToAsk } from '../who-to-ask.js';
import { argumentsIn, countArguments, longestCall } from './arguments-in.js';

/**
 * What is wrong with texts that fill in more than before, or less, decided by the code at the head: nothing where each place that asks for the text
 * gives what is new; and where every language lost the same and no code asks for the text, that is the engineering DRI's to say.
 */
export async function decideFilled(
  reports: readonly Report[],
  context: Pick<ReviewContext, 'texts' | 'snapshot' | 'asking'>,
): Promise<readonly Report[]> {
  const { texts } = await context.texts();
  const decided = await Promise.all(
    reports.map(async (report): Promise<readonly Report[]> => {
      const { key, path, filled } = report;
      if (filled === undefined) return [report];
      const { more, less } = filled;
      const text = texts.find(
        ({ file, entry, kind }) => kind === 'changed' && file.path === path && formatKeyPath(entry.path) === key?.name,
      );
      if (text === undefined) return [report];
      if (more.length > 0 && less.length === 0 && (await areGiven(more, text, context))) return [];
      if (less.length === 0 || more.length > 0 || !isUnasked(text) || !isEverywhere(less, text, texts)) return [report];
      const message = `${report.message} No code here asks for this text, and every language lost the same: if that is meant, ${whoToAsk(context)} confirms it in the pull request.`;
      return [{ ...report, message, undecided: true }];
    }),
  );
  return decided.flat();
}

/** Is all of this given wherever the text is asked for, by its name? */
async function areGiven(
  placeholders: readonly string[],
  { uses, shownIn }: UsedText,
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
): Promise<boolean> {
  const { sure, possible, searched } = uses;
  if (sure.length === 0 || possible.length + shownIn.length > 0 || !searched) return false;
  const versions = await snapshot.read('head', [...new Set(sure.map(({ path }) => path))]);
  return sure.every(({ path, end }) => {
    const text = versions.get(path)?.text ?? '';
    const given = argumentsIn(text.slice(end, end + longestCall));
    return placeholders.every((each) => isGiven(each, given));
  });
}

/** By its name, or by its place among the arguments: `{0}` and `%1$s` are the first. */
function isGiven(placeholder: string, given: string): boolean {
  const [, name, from0, from1] =
    /^(?:[%$]?\{{1,2}\s*([A-Za-z_]\w*)\s*\}{1,2}|\{(\d)\}|%(\d)\$\w+)$/.exec(placeholder) ?? [];
  if (name !== undefined) return new RegExp(`[{,(\\s"':]${name}["']?\\s*(?:[:,}]|=>)`).test(given);
  const place = from0 === undefined ? Number(from1 ?? Infinity) : Number(from0) + 1;
  return countArguments(given) >= place;
}

function isUnasked({ uses, shownIn, key }: UsedText): boolean {
  return uses.searched && !key.implicit && uses.sure.length + uses.possible.length + shownIn.length === 0;
}

/** Does the change take these out of the text in two languages at least, and in all that it writes? */
function isEverywhere(placeholders: readonly string[], { key }: UsedText, texts: readonly UsedText[]): boolean {
  const same = texts.filter(
    (other) => other.kind === 'changed' && other.key.family === key.family && other.key.names[0] === key.names[0],
  );
  return same.length > 1 && same.every(({ entry }) => !placeholders.some((each) => entry.value.includes(each)));
}
