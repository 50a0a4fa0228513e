import type { HostTrouble } from '../hosts/host-error.js';

/** Trouble with the host for the PM who opens a pull request: what happened and what to do, without the name of a request. */
export function explainTrouble({ kind, sentence }: HostTrouble): string {
  switch (kind) {
    case 'unauthorized':
      return 'GitHub does not take your sign-in. Sign in again with gh auth login, or set GH_TOKEN to a new token, then run pm-zone pr again.';
    case 'forbidden':
    case 'not-found':
      return 'GitHub does not let your sign-in do this here. Ask your engineering DRI for write access to the repository; a token needs the right to write pull requests.';
    case 'sign-on':
      return 'Your organization asks for single sign-on. Authorize your sign-in for it (gh auth refresh, or GitHub’s page of your tokens), then run pm-zone pr again.';
    case 'rate-limit':
      return 'GitHub asks you to wait, since too many requests came from you. Run pm-zone pr again in an hour.';
    case 'server':
    case 'cut':
    case 'timeout':
      return 'GitHub could not be reached, or did not answer as it should. Check your connection, then run pm-zone pr again.';
    case 'redirect':
    case 'not-json':
      return 'Something between you and GitHub answered in its place, such as a page to sign in to a network, or the repository was renamed (git remote -v has its address here). Look whether its page opens in the browser, then run pm-zone pr again.';
    default:
      return sentence;
  }
}
