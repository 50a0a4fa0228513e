import type { HostTrouble } from '../hosts/host-error.js';
import type { OpeningFace } from './opening-face.js';

/** Trouble with the host for the PM who opens a pull request: what happened and what to do, without the name of a request. */
export function explainTrouble({ kind, sentence }: HostTrouble, face: OpeningFace): string {
  const { host } = face;
  switch (kind) {
    case 'unauthorized':
      return `${host} does not take your sign-in. ${face.signInAgain}`;
    case 'forbidden':
    case 'not-found':
      return `${host} does not let your sign-in do this here. Ask your engineering DRI for write access to the repository${face.rights}.`;
    case 'sign-on':
      return `Your organization asks for single sign-on. ${face.signOn}`;
    case 'rate-limit':
      return `${host} asks you to wait, since too many requests came from you. Wait an hour, then ${face.again}.`;
    case 'server':
    case 'cut':
    case 'timeout':
      return `${host} could not be reached, or did not answer as it should. Check your connection, then ${face.again}.`;
    case 'redirect':
    case 'not-json':
      return `Something between you and ${host} answered in its place, such as a page to sign in to a network, or the repository was renamed (git remote -v has its address here). Look whether its page opens in the browser, then ${face.again}.`;
    default:
      return sentence;
  }
}
