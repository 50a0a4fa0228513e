/** How the PM goes on where the way to a pull request ends: the same facts, by what they type or press where they are. */
export interface OpeningFace {
  /** The whole way once more; stands behind “then”. */
  readonly again: string;
  readonly signInAgain: string;
  readonly signOn: string;
  /** What a sign-in has to be able to do, where the PM chose that; ends a sentence. */
  readonly rights: string;
  readonly openOne: string;
  readonly byPage: string;
  /** A branch of one's own, instead of one that is protected. */
  readonly ownBranch: string;
  readonly catchUp: string;
  /** To the server that is pushed to. */
  readonly signInToPush: string;
  readonly notReady: string;
  readonly makeReady: string;
}

export const inTerminal: OpeningFace = {
  again: 'run pm-zone pr again',
  signInAgain: 'Sign in again with gh auth login, or set GH_TOKEN to a new token, then run pm-zone pr again.',
  signOn:
    'Authorize your sign-in for it (gh auth refresh, or GitHub’s page of your tokens), then run pm-zone pr again.',
  rights: '; a token needs the right to write pull requests',
  openOne: 'Open one with pm-zone pr.',
  byPage: 'Open it with pm-zone pr --web, or ask an engineer.',
  ownBranch: 'Make a branch of your own with git switch -c NAME',
  catchUp: 'Get them with git pull',
  signInToPush: 'Run git push once in a terminal and sign in there',
  notReady:
    'Mend what is listed and confirm what is yours (pm-zone attest), then run pm-zone pr again. To ask an engineer to pair with you on it as it is, open a draft: pm-zone pr --draft.',
  makeReady: 'Run pm-zone pr --ready',
};

export const inEditor: OpeningFace = {
  again: 'choose “Open Pull Request” again',
  signInAgain: 'Sign in again.',
  signOn:
    'Authorize Visual Studio Code for it on GitHub’s page of your applications, then choose “Open Pull Request” again.',
  rights: ', or sign in with another account',
  openOne: 'Choose “Open Pull Request” again to open one.',
  byPage: 'Continue in the browser, or ask an engineer.',
  ownBranch: 'Choose “Give My Change a Branch of Its Own”',
  catchUp: 'Get them with “Git: Pull”',
  signInToPush: 'Choose “Share My Change” and sign in there',
  notReady:
    'Fix what is listed and confirm what is yours, then choose “Open Pull Request” again. Or open it as a draft, to ask an engineer to work on it with you as it is.',
  makeReady: 'Choose “Make It Ready for Review”',
};
