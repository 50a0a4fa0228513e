import { keyPathId } from '../../catalogs/catalog.js';
import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import type { Report, ReviewContext } from '../check.js';
import { describePlace } from '../uses/describe-place.js';
import type { UsedText } from '../uses/text-uses.js';
import { whoToAsk } from '../who-to-ask.js';
import type { FindElsewhere } from './elsewhere/find-elsewhere.js';
import { findServed } from './find-served.js';
import { isLostForm } from './is-lost-form.js';
import { isNeededForm } from './is-needed-form.js';
import { languageOfText } from './language-of-text.js';
import { withoutGroupUses } from './without-group-uses.js';
import { collectLostKeys, limitLostKeys, type LostKeys } from './report-lost-keys.js';

/**
 * What is wrong with the keys that a catalog lost, decided by the code at the head: one that nobody asks for any more is rightly gone; where
 * nobody can tell, it is the engineering DRI's to say.
 */
export async function decideLostKeys(
  path: string,
  context: Pick<ReviewContext, 'texts' | 'snapshot' | 'asking'>,
  findElsewhere: FindElsewhere,
): Promise<readonly Report[] | undefined> {
  const { texts, catalogs } = await context.texts();
  const both = catalogs.get(path);
  const gone = texts.filter(({ file, kind }) => kind === 'gone' && file.path === path);
  if (both === undefined || gone.length === 0) return undefined;
  const locale = locateCatalogText(path, both.before.text)?.locale;
  const byPath = new Map(gone.map((text) => [keyPathId(text.entry.path), text]));
  const reports: Report[] = [];
  const unsure = new Map<string, LostKeys[]>();
  for (const keys of collectLostKeys(both.before, both.after)) {
    const needing = keys.entries
      .flatMap(({ path: way }) => byPath.get(keyPathId(way)) ?? [])
      .filter(({ entry }) => isNeededForm(entry, both.after, languageOfText(entry, both.after, locale)));
    const own = await withoutGroupUses(needing, both.after, context.snapshot);
    const { name, at } = keys;
    if (keys.entries.some((entry) => isLostForm(entry, both.after, languageOfText(entry, both.after, locale)))) {
      const message = `“${name}” is gone, while other forms of the text stay: where the number takes this form, the app would have nothing to show, or words for another number. Put it back.`;
      reports.push({ path, ...at, key: { name, kind: 'lost' }, message });
      continue;
    }
    const asked = own.filter(({ uses, shownIn }) => uses.sure.length + shownIn.length > 0);
    const served = asked.length === 0 ? new Set() : await findServed(asked, both.after, context.snapshot);
    const needed = asked.filter((text) => !served.has(text));
    const found = needed.length === 0 ? new Map<UsedText, boolean>() : await findElsewhere(needed);
    const message = await whyNeeded(
      name,
      needed.filter((text) => !found.has(text)),
      locale,
      context,
    );
    if (message !== undefined) {
      reports.push({ path, ...at, key: { name, kind: 'lost' }, message });
      continue;
    }
    const moved = needed.some((text) => found.get(text) === false);
    const why = moved
      ? 'another catalog has a text of this name now'
      : await whyUnsure(
          own.filter((text) => !found.has(text) && !served.has(text)),
          context,
        );
    if (why !== undefined) unsure.set(why, [...(unsure.get(why) ?? []), keys]);
  }
  for (const [why, keys] of unsure) {
    const [{ name, at }] = keys as [LostKeys];
    const what = keys.length === 1 ? `“${name}” is` : `“${name}” and ${keys.length - 1} more are`;
    const message = `${what} gone, and nobody can tell from the code whether it is still asked for: ${why}. Put it back, or ask ${whoToAsk(context)}, who confirms it in the pull request.`;
    reports.push({ path, ...at, key: { name, kind: 'lost' }, message, undecided: true });
  }
  return limitLostKeys(reports);
}

async function whyNeeded(
  name: string,
  texts: readonly UsedText[],
  locale: string | undefined,
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
): Promise<string | undefined> {
  const shown =
    locale === undefined
      ? 'the app would have nothing to show there'
      : `who reads the app in “${locale}” would see another language there, or nothing`;
  for (const { uses, shownIn } of texts) {
    const [asks] = uses.sure;
    const [shows] = shownIn;
    if (shows !== undefined)
      return `“${name}” is gone, and the text “${String(shows.names[0])}” still shows it. Put it back, or write that text without it.`;
    if (asks !== undefined)
      return `“${name}” is gone, and ${await describePlace(asks, snapshot)} still asks for it, so ${shown}. Put it back; an engineer takes a key out together with the code that uses it.`;
  }
  return undefined;
}

async function whyUnsure(
  texts: readonly UsedText[],
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
): Promise<string | undefined> {
  if (texts.some(({ uses }) => !uses.searched)) return 'there is more code here than could be searched for it';
  const [place] = texts.flatMap(({ uses }) => uses.possible);
  if (place !== undefined)
    return `${await describePlace(place, snapshot)} works out what it asks for, and that may be it`;
  return texts.some(({ key }) => key.implicit)
    ? 'a framework may ask for it by a name that it makes itself'
    : undefined;
}
