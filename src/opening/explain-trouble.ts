import type { HostTrouble } from '../hosts/host-error.js';
import type { OpeningFace } from './opening-face.js';

/** Trouble with the host for the PM who opens a pull request: what happened and what to do, without the name of a request. */
export function explainTrouble({ kind, sentence, until }: HostTrouble, face: OpeningFace, now = Date.now()): string {
  const { host } = face;
  switch (kind) {
    case 'unauthorized':
      return `${host} does not take your sign-in. ${face.signInAgain}`;
    case 'forbidden':
    case 'not-found':
      return `${host} does not let your sign-in do this here. Ask your engineering DRI for ${face.access} access to the repository${face.rights}.`;
    case 'sign-on':
      return `Your organization asks for single sign-on. ${face.signOn}`;
    case 'rate-limit':
      return `${host} asks you to wait, since too many requests came from you. Wait ${howLong(until, now)}, then ${face.again}.`;
    case 'server':
    case 'cut':
    case 'timeout':
      return `${host} could not be reached, or did not answer as it should. Check your connection, then ${face.again}.`;
    case 'redirect':
    case 'not-json':
      return `Something between you and ${host} answered in its place, such as a page to sign in to a network, or the repository was renamed (git remote -v has its address here). Look whether its page opens in the browser, then ${face.again}.`;
    case 'conflict':
      return `Something else changed it on ${host} at the same moment, so nothing was written over. Look at its page, then ${face.again}.`;
    case 'refused':
      return `${host} does not take what was sent, perhaps by a rule of the repository. Look at its page, and ask your engineering DRI which rule that is.`;
    case 'leaked':
      return `An answer in ${host}’s place held your sign-in itself, so it was not used. Tell your engineering DRI, since somebody may have seen it. ${face.signInAgain}`;
    case 'malformed':
    case 'incomplete':
    case 'too-large':
      return `${host} answered in a way that PM Zone does not understand, so the answer was not used. Wait a little, then ${face.again}; if it stays so, tell your engineering DRI, or whoever runs ${host} for you.`;
    case 'moved':
      return sentence;
  }
}

/** In words, and never less than the host asks for. */
function howLong(until: number | undefined, now: number): string {
  if (until === undefined) return 'a minute';
  const minutes = Math.ceil((until - now) / 60_000);
  if (minutes <= 1) return 'a minute';
  if (minutes < 60) return `${minutes} minutes`;
  if (minutes === 60) return 'an hour';
  return minutes > 23 * 60 ? 'a day' : `${Math.ceil(minutes / 60)} hours`;
}
