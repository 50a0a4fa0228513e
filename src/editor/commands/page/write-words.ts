import { l10n } from 'vscode';
import type { PartTrouble } from '../../../presentation/words-page/find-part-trouble.js';
import type { Words } from '../../../presentation/words-page/words.js';
import { isAskable, saveWords, type SaveRequest } from '../../../presentation/words-page/save-words.js';
import { describeStanding } from '../../badges/describe-standing.js';
import { audienceOf } from '../../sessions/audience.js';
import { snapshotOf, type RepositorySession } from '../../sessions/repository-session.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import { readSettings } from '../../ui/editor-settings.js';
import { decodeFile, isUnsaved, readBytes, writeOver } from './write-over.js';

/** Writes one text as a page asks, of those that the page is about: `read` reads them as they are now. `undefined` where it was written. */
export async function writeWords(
  session: RepositorySession,
  request: SaveRequest,
  read: () => Promise<Words | undefined>,
): Promise<PartTrouble | undefined> {
  const words = await read();
  const gone = l10n.t('Not saved. This text is not in the file any more.');
  if (words === undefined || !isAskable(words, request)) return { why: gone };
  const why = whyNotEdited(session, request.path);
  if (why !== undefined) return { why: l10n.t('Not saved. {0}', why) };
  const uri = uriInRepository(session, request.path);
  if (isUnsaved(uri))
    return { why: l10n.t('Not saved. The file is open with edits that are not saved. Save it first.') };
  const bytes = await readBytes(uri);
  const file = bytes && decodeFile(bytes);
  if (bytes === undefined || file === undefined) return { why: gone };
  const outcome = await saveWords(words, request, file);
  if (!outcome.done) return { ...outcome, why: l10n.t('Not saved. {0}', outcome.why) };
  if (await writeOver(uri, bytes, new TextEncoder().encode(outcome.text))) return undefined;
  return { why: l10n.t('Not saved. The file was changed in the meantime. Look at what it says now, then save again.') };
}

/** Why a file is not to be edited by who is asking, in a sentence; `undefined` where it is. */
export function whyNotEdited(session: RepositorySession, path: string): string | undefined {
  const snapshot = snapshotOf(session);
  if (snapshot === undefined) return l10n.t('Where this file stands cannot be read right now.');
  const audience = audienceOf(session.state, readSettings());
  if (audience === 'engineer' || audience === 'no-policy') return undefined;
  const judgement = snapshot.judge(path);
  return judgement.standing === 'editable' ? undefined : describeStanding(judgement);
}
