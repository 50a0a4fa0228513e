import { Uri } from 'vscode';
import { openFile } from './open-file.js';
import { viewOf, type PlaceInZone, type Zones } from './zones.js';
import type { ZoneView } from './repository-state.js';

/** A place whose repository was read. */
export interface ViewedPlace {
  readonly uri: Uri;
  readonly zone: PlaceInZone['zone'];
  readonly path: string;
  readonly view: ZoneView;
}

/** What a command was called on: the file it was called on and all that are selected with it, else the open one. */
export function chosenFiles(args: readonly unknown[]): readonly Uri[] {
  const [chosen, selected] = args;
  const uris = (Array.isArray(selected) ? (selected as unknown[]) : [chosen]).flatMap(uriOf);
  if (uris.length > 0) return uris;
  if (chosen instanceof Uri) return [chosen];
  const open = openFile();
  return open === undefined ? [] : [open];
}

/** Those that lie in the repository of the first that lies in one. Rejects with a `GitTrouble` where that one cannot be read. */
export async function placesOf(zones: Zones, uris: readonly Uri[]): Promise<readonly ViewedPlace[]> {
  const places: ViewedPlace[] = [];
  for (const uri of uris) {
    const place = await zones.placeOf(uri);
    if (place === undefined || (places[0] !== undefined && places[0].zone !== place.zone)) continue;
    const state = await place.zone.ready();
    if (state.kind === 'trouble') throw state.trouble;
    const view = viewOf(place.zone);
    if (view !== undefined) places.push({ uri, view, ...place });
  }
  return places;
}

/** A file, or a line of a list that stands for one. */
function uriOf(chosen: unknown): readonly Uri[] {
  if (chosen instanceof Uri) return [chosen];
  if (typeof chosen !== 'object' || chosen === null || !('resourceUri' in chosen)) return [];
  return chosen.resourceUri instanceof Uri ? [chosen.resourceUri] : [];
}
