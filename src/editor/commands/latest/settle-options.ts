import { l10n, window, type QuickPickItem } from 'vscode';
import { flagFileMatcher, planningDocMatcher } from '../../../planning/planning-doc-matcher.js';
import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import type { SideChoice, KeyQuestion, ConflictOptions } from '../../../work/conflict-options.js';
import { OperationError } from '../../../work/operation-outcome.js';
import type { OperationContext } from '../../operations/run-operation.js';
import { snapshotOf } from '../../sessions/repository-session.js';

/** How conflicts are settled with the PM: catalogs and flag files by key, main's side in what is locked, the rest by hand. */
export function settleOptions({ session, policySession, waiting }: OperationContext): ConflictOptions {
  const isFlagFile = flagFileMatcher(policySession.policy);
  const judge = snapshotOf(session)?.judge;
  return {
    chooseSide: (question) => waiting(() => askSide(question)),
    isKeyed: (path) => isFlagFile(path) || locateCatalog(path) !== undefined,
    // An engineer's own work is merged with main's like anybody's.
    isLocked: (path) => policySession.asking.kind !== 'not-on-roster' && judge?.(path).standing === 'locked',
    isPlan: planningDocMatcher(policySession.policy),
  };
}

/** Characters of a text that the list shows. */
const longestShown = 200;

type SideItem = QuickPickItem & { readonly choice: SideChoice | undefined };

/** Shows both texts. “Later” leaves the file for the merge editor; leaving the list rolls the operation back. */
async function askSide(question: KeyQuestion & { readonly path: string }): Promise<SideChoice | undefined> {
  if (question.takenAway !== undefined) return askWhetherStays(question.path, question.takenAway);
  const { keys, yours, theirs, path } = await nameTexts(question);
  return ask(l10n.t('You and somebody else changed this. Which one should stand?'), {
    title: keys.length === 0 ? path : l10n.t('{0} in {1}', keys.join(' › '), path),
    items: [
      { label: l10n.t('Yours'), detail: shown(yours), choice: 'yours' },
      { label: l10n.t('Theirs'), detail: shown(theirs), choice: 'theirs' },
      { label: l10n.t('Later, in the File'), detail: l10n.t('both stay side by side in the file'), choice: undefined },
    ],
  });
}

/** No editor shows a file beside one that is not there, so nothing is left for later. */
export async function askWhetherStays(path: string, takenAway: SideChoice): Promise<SideChoice | undefined> {
  const isYours = takenAway === 'yours';
  const stays = isYours ? l10n.t('as somebody else changed it') : l10n.t('as you changed it');
  const goes = isYours ? l10n.t('as you took it away') : l10n.t('as somebody else took it away');
  const question = isYours
    ? l10n.t('You took this file away, and somebody else changed it. Which should stand?')
    : l10n.t('Somebody else took this file away, and you changed it. Which should stand?');
  return ask(question, {
    title: path,
    items: [
      { label: l10n.t('Keep the File'), detail: stays, choice: isYours ? 'theirs' : 'yours' },
      { label: l10n.t('Let the File Go'), detail: goes, choice: takenAway },
    ],
  });
}

/** A choice of the list; leaving it rolls the operation back. */
async function ask(
  placeHolder: string,
  { title, items }: { readonly title: string; readonly items: readonly SideItem[] },
): Promise<SideChoice | undefined> {
  const chosen = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  if (chosen === undefined)
    throw new OperationError('nothing-to-do', l10n.t('Nothing was changed. Get the latest when you like.'));
  return chosen.choice;
}

/** What both changed in the lines of a catalog, by its key and its texts, where it is one text on both sides. */
async function nameTexts<T extends KeyQuestion & { readonly path: string }>(question: T): Promise<T> {
  const { path, places } = question;
  if (places === undefined) return question;
  const { findEntryInLines } = await import('../../../catalogs/find-entry-in-lines.js');
  const own = await findEntryInLines(path, places.yours.text, places.yours);
  const other = await findEntryInLines(path, places.theirs.text, places.theirs);
  if (own === undefined || own.label !== other?.label) return question;
  return { ...question, keys: [own.label], yours: own.value, theirs: other.value };
}

function shown(text: string | undefined): string {
  if (text === undefined) return l10n.t('taken away');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}
