import { orTrouble, type HostTrouble } from '../hosts/host-error.js';
import type { PictureHost } from '../hosts/pull-request-host.js';
import { mostPictures } from '../pull-request/picture-lines.js';
import type { PictureFolder } from './picture-folder.js';

export interface SentPictures {
  /** Where each stands on the host, by its name. */
  readonly addresses: ReadonlyMap<string, string>;
  /** By their names. */
  readonly missing: readonly string[];
  readonly failed: readonly { readonly name: string; readonly trouble: HostTrouble }[];
  /** By their names: more than are sent in one run. */
  readonly later: readonly string[];
}

/** Sends pictures to a host, each once, whatever run it was in. What fails is still to come, and the next run sends it. */
export async function sendPictures(
  { place, send }: PictureHost,
  names: readonly string[],
  folder: PictureFolder,
): Promise<SentPictures> {
  const known = await folder.sentTo(place);
  const addresses = new Map<string, string>();
  const missing: string[] = [];
  const failed: { readonly name: string; readonly trouble: HostTrouble }[] = [];
  const unique = [...new Set(names)];
  const later = unique.filter((name) => !known.has(name)).slice(mostPictures);
  for (const name of unique.filter((each) => !later.includes(each))) {
    const sent = known.get(name);
    const picture = sent === undefined ? await folder.read(name) : undefined;
    if (sent !== undefined) addresses.set(name, sent);
    else if (picture === undefined) missing.push(name);
    else {
      const answer = await orTrouble(() => send({ name, type: picture.kind.type, bytes: picture.bytes }));
      if ('trouble' in answer) failed.push({ name, trouble: answer.trouble });
      else {
        addresses.set(name, answer.value);
        await folder.noteSent(place, name, answer.value);
      }
    }
  }
  return { addresses, missing, failed, later };
}
