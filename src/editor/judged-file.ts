import type { Uri } from 'vscode';
import type { Judgement } from '../policy/policy.js';
import { audienceOf } from './audience.js';
import type { RepositoryZone } from './repository-zone.js';
import type { ZoneView } from './repository-state.js';
import { readSettings } from './settings.js';
import type { Zones } from './zones.js';

/** A file with its standing for the PM who looks at it. */
export interface JudgedFile {
  readonly uri: Uri;
  readonly zone: RepositoryZone;
  readonly view: ZoneView;
  readonly path: string;
  readonly judgement: Judgement;
}

/** Judges a file for a PM; `undefined` for anyone else, outside of repositories, and where one cannot be read. */
export async function judgeFile(zones: Zones, uri: Uri): Promise<JudgedFile | undefined> {
  const place = await zones.placeOf(uri);
  // A failure is logged where it happens.
  const state = await place?.zone.ready().catch(() => undefined);
  if (place === undefined || place.path === '' || state?.kind !== 'open') return undefined;
  if (audienceOf(state, readSettings()) !== 'pm') return undefined;
  const { view } = state;
  return { uri, zone: place.zone, view, path: place.path, judgement: view.judge(place.path) };
}
