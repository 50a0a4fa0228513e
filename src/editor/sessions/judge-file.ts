import type { Uri } from 'vscode';
import type { Judgement } from '../../policy/policy.js';
import { audienceOf } from './audience.js';
import { readSettings } from '../ui/editor-settings.js';
import type { LocatedFile } from './selected-files.js';
import type { SessionCache } from './session-cache.js';

/** A file with its standing for the PM. */
export interface JudgedFile extends LocatedFile {
  readonly judgement: Judgement;
}

/** Judges a file for a PM; `undefined` for anyone else, outside of repositories, and where one cannot be read. */
export async function judgeFile(sessions: SessionCache, uri: Uri): Promise<JudgedFile | undefined> {
  const location = await sessions.locate(uri);
  // A failure is logged where it happens.
  const state = await location?.session.ready().catch(() => undefined);
  if (location === undefined || location.path === '' || state?.kind !== 'open') return undefined;
  if (audienceOf(state, readSettings()) !== 'pm') return undefined;
  const { snapshot } = state;
  return { uri, ...location, snapshot, judgement: snapshot.judge(location.path) };
}
