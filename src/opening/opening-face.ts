/** How the PM goes on where the way to a pull request ends: the same facts, by what they type or press where they are. */
export interface OpeningFace {
  readonly host: 'GitHub' | 'GitLab';
  /** What the host calls it. */
  readonly thing: 'pull request' | 'merge request';
  /** The whole way once more; stands behind “then”. */
  readonly again: string;
  /** How what was committed since goes into one that is open. */
  readonly renew: string;
  readonly signInAgain: string;
  readonly signOn: string;
  /** What is needed of the repository. */
  readonly access: 'write' | 'read';
  /** What a sign-in has to be able to do, where the PM chose that; ends a sentence. */
  readonly rights: string;
  readonly openOne: string;
  readonly byPage: string;
  /** A branch of one's own, instead of one that is protected. */
  readonly ownBranch: string;
  readonly catchUp: string;
  /** How a branch gets another name; stands in brackets. */
  readonly rename: string;
  /** To the server that is pushed to. */
  readonly signInToPush: string;
  readonly notReady: string;
  readonly makeReady: string;
  /** How the PM finds their pictures, in a whole sentence; `undefined` where the folder says it. */
  readonly pictures: string | undefined;
  /** After it was merged. */
  readonly goOn: string;
}

export const inTerminal: OpeningFace = {
  host: 'GitHub',
  thing: 'pull request',
  again: 'run pm-zone pr again',
  renew: 'run pm-zone pr again',
  signInAgain: 'Sign in again with gh auth login, or set GH_TOKEN to a new token, then run pm-zone pr again.',
  signOn:
    'Authorize your sign-in for it (gh auth refresh, or GitHub’s page of your tokens), then run pm-zone pr again.',
  access: 'write',
  rights: '; a token needs the right to write pull requests',
  openOne: 'Open one with pm-zone pr.',
  byPage: 'Open it with pm-zone pr --web, or ask an engineer.',
  ownBranch: 'Make a branch of your own with git switch -c NAME',
  catchUp: 'Get them with git pull --no-rebase',
  rename: 'git branch -m NAME',
  signInToPush: 'Run git push once in a terminal and sign in there',
  notReady:
    'Mend what is listed and confirm what is yours (pm-zone attest), then run pm-zone pr again. To ask an engineer to pair with you on it as it is, open a draft: pm-zone pr --draft.',
  makeReady: 'Run pm-zone pr --ready',
  pictures: undefined,
  goOn: 'go on from what everybody has. Your branch stays on this computer; pm-zone pr --put-away goes there and deletes it.',
};

export const inTerminalOnGitlab: OpeningFace = {
  ...inTerminal,
  host: 'GitLab',
  thing: 'merge request',
  signInAgain: 'Set GITLAB_TOKEN to a new token of the scope “api”, then run pm-zone pr again.',
  signOn: 'Sign in to it on GitLab’s page in the browser, then run pm-zone pr again.',
  rights: '; a token needs the scope “api”',
};

export const inEditor: OpeningFace = {
  host: 'GitHub',
  thing: 'pull request',
  again: 'choose “Open Pull Request” again',
  renew: 'choose “Renew My Pull Request”',
  signInAgain: 'Sign in again.',
  signOn:
    'Authorize Visual Studio Code for it on GitHub’s page of your applications, then choose “Open Pull Request” again.',
  access: 'write',
  rights: ', or sign in with another account',
  openOne: 'Choose “Open Pull Request” again to open one.',
  byPage: 'Continue in the browser, or ask an engineer.',
  ownBranch: 'Choose “Give My Change a Branch of Its Own”',
  catchUp: 'Choose “Get the Latest”, which brings them in',
  rename: '“Git: Rename Branch…”',
  signInToPush: 'Choose “Share My Change” and sign in there',
  notReady:
    'Fix what is listed and confirm what is yours, then choose “Open Pull Request” again. Or open it as a draft, to ask an engineer to work on it with you as it is.',
  makeReady: 'Choose “Make It Ready for Review”',
  pictures: 'Choose “Put My Pictures In” for that page and the folder that has them.',
  goOn: 'choose “Get the Latest” to go on; your branch stays on this computer until you delete it.',
};

const inEditorOnGitlab: OpeningFace = {
  ...inEditor,
  again: 'choose “Open Merge Request” again',
  openOne: 'Choose “Open Merge Request” again to open one.',
  notReady: inEditor.notReady.replace('“Open Pull Request”', '“Open Merge Request”'),
  host: 'GitLab',
  thing: 'merge request',
  renew: 'choose “Renew My Merge Request”',
  signInAgain: 'Give a new token of the scope “api”.',
  signOn: 'Sign in to it on GitLab’s page in the browser, then choose “Open Merge Request” again.',
  rights: '; a token needs the scope “api”',
};

/** What is said in the editor of a repository by the host that it lies on; GitHub’s words where that is not known. */
export function editorFace(kind: 'github' | 'gitlab' | undefined): OpeningFace {
  return kind === 'gitlab' ? inEditorOnGitlab : inEditor;
}

/** The same where one is open already: its button has another name. */
export function renewingFace(kind: 'github' | 'gitlab' | undefined): OpeningFace {
  const face = editorFace(kind);
  const renew = kind === 'gitlab' ? '“Renew My Merge Request”' : '“Renew My Pull Request”';
  const renewed = (words: string): string => words.replaceAll(/“Open (?:Pull|Merge) Request” again/g, `${renew} again`);
  return { ...face, again: renewed(face.again), signOn: renewed(face.signOn), notReady: renewed(face.notReady) };
}

/** The same where somebody asks how a pull request stands, and opens none. */
export function askingFace(kind: 'github' | 'gitlab' | undefined): OpeningFace {
  const face = editorFace(kind);
  const again = 'choose “Ask Who Reviewed It” again';
  const signOn = face.signOn.replace(/choose “Open (?:Pull|Merge) Request” again/, again);
  return { ...face, again, signOn, access: 'read' };
}

/** The same where a change is sent, and no pull request opened. */
export function sharingFace(kind: 'github' | 'gitlab' | undefined): OpeningFace {
  const signInToPush = 'Sign in in VS Code (“Accounts”, at the lower left)';
  return { ...editorFace(kind), again: 'choose “Share My Change” again', signInToPush };
}
