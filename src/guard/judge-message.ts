import { resolve } from 'node:path';
import type { Commit } from '../change/change.js';
import { describeReason } from '../policy/describe-reason.js';
import type { PolicySession } from '../policy/policy-session.js';
import { readBoundedFile } from '../git/read-bounded-file.js';
import { findPairing } from '../review/find-pairing.js';
import { findSecretInMessage } from '../review/find-secret-in-message.js';
import { printable } from '../text/printable.js';
import { whoToAsk } from '../review/who-to-ask.js';
import { aboveScissors, keepMessage, type MessageSettings } from './commit/keep-message.js';
import { readCommitMessage } from './commit/read-commit-message.js';
import { whoIsGuarded } from './commit/who-is-guarded.js';
import { allowedAnswer, type HookAnswer } from './judge-commit.js';
import {
  withGuardedCommit,
  findPathsToPair,
  type GuardedCommit,
  type HookRequest,
  type PathToPair,
} from './commit/with-guarded-commit.js';

export interface MessageRequest extends HookRequest {
  /** The file of the message, as git names it. */
  readonly file: string;
}

/** A message larger than this is not read: 10 MB. */
const largestMessage = 10 * 2 ** 20;

/**
 * Looks in the message for a secret, and for an engineer as co-author where something staged needs one (design §6, "Moments"). Rejects
 * with a `GitError`.
 */
export async function judgeMessage(request: MessageRequest): Promise<HookAnswer> {
  return withGuardedCommit(
    request,
    allowedAnswer,
    async (commit) => {
      const content = await readBoundedFile(resolve(request.cwd, request.file), largestMessage);
      if (content === undefined) {
        return refuse([
          `Not committed: the commit’s message could not be read, because it is larger than ${largestMessage / 2 ** 20} MB or gone. Write a shorter one.`,
        ]);
      }
      const settings = await settingsOf(commit.session);
      const kept = keepMessage(content, settings);
      // Git says that no editor was open by giving `:` for one, and then it keeps scissors as well.
      const written = request.environment['GIT_EDITOR'] === ':' ? content : aboveScissors(content);
      const { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address } = request.environment;
      const secret =
        (await refusalOfSecret(written.toString('utf8'))) ?? (await refusalOfName([name, address].join('\n')));
      if (secret !== undefined) return refuse(secret);
      const [first, ...rest] = await findPathsToPair(commit);
      if (first === undefined) return allowedAnswer;
      const email = request.environment['GIT_AUTHOR_EMAIL'] ?? commit.context.asking.names.join(' ');
      const author = { name: request.environment['GIT_AUTHOR_NAME'] ?? email, email };
      const message = readCommitMessage(kept, author, settings.encoding);
      const files = [first, ...rest].map(({ path }) => ({ path, oid: undefined }));
      const made = { ...message, oid: '', files };
      const context = { ...commit.context, change: { ...commit.context.change, commits: [made] } };
      return findPairing(context).all.length > 0
        ? { ...allowedAnswer, pairs: true }
        : refuse(missing(commit, [first, ...rest], made), first.path);
    },
    true,
  );
}

/**
 * Why a message that is typed in the editor, with what comes below it, is not committed, in a sentence; `undefined` where it may be. As the
 * hook says it, whether that is installed or not. Throws a `GitError` where git does not know who commits.
 */
export async function judgeTypedMessage(
  session: Pick<PolicySession, 'policy' | 'asking' | 'repository'>,
  message: string,
): Promise<string | undefined> {
  if (whoIsGuarded(session, {}) === undefined) return undefined;
  const { name = '', emails } = session.repository;
  const refusal = (await refusalOfSecret(message)) ?? (await refusalOfName([name, ...emails].join('\n')));
  return refusal && printable(refusal.join(' '));
}

/** What is said of a secret in a message, without it; `undefined` where it has none. */
async function refusalOfSecret(message: string): Promise<readonly string[] | undefined> {
  const secret = await findSecretInMessage(message);
  if (secret === undefined) return undefined;
  return secret === 'too-long'
    ? ['Not committed: the commit’s message is too long to be searched for keys and passwords. Write a shorter one.']
    : [
        `Not committed: line ${secret.line} of the commit’s message has what looks like ${secret.kind}. A message stays in the history for everyone who can read the repository. Take it out and commit again; if it is in use, ask your engineering DRI (the engineer who answers for your changes) to replace it.`,
      ];
}

/** What is said of a secret in the name or the address that the commit will have: both go wherever the commit goes. */
async function refusalOfName(author: string): Promise<readonly string[] | undefined> {
  const secret = await findSecretInMessage(author);
  return secret === undefined
    ? undefined
    : [
        'Not committed: the name or the address that git writes into the commit as its author’s looks like a key or a password. Ask your engineering DRI (the engineer who answers for your changes) to correct git’s user.name and user.email, and to replace the key if it is in use.',
      ];
}

function missing(
  { context }: GuardedCommit,
  pairs: readonly [PathToPair, ...PathToPair[]],
  { trailers }: Commit,
): readonly string[] {
  const [{ path, judgement }, ...rest] = pairs;
  const named = trailers.flatMap(({ key, value }) => (/^co-authored-by$/i.test(key) ? [value] : []));
  return [
    [
      `Not committed: ${path}${rest.length === 0 ? ' needs' : ` and ${rest.length} more need`} an engineer: ${describeReason(judgement)}.`,
      named.length === 0
        ? ''
        : `${named.join(', ')} is no engineer here: you, another pilot PM and an assistant do not count.`,
      `Make this part together with ${whoToAsk(context)}, and name them in the last line of the message: “Co-authored-by: NAME <E-MAIL>”.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    '',
    ...pairs.map((pair) => `  ${pair.path}`),
    '',
    'Your message is kept: git shows it again with git commit --edit --file="$(git rev-parse --git-path COMMIT_EDITMSG)".',
  ];
}

function refuse(lines: readonly string[], path?: string): HookAnswer {
  const [first = ''] = lines;
  const message = first.replace(/^Not committed: /, '');
  return { refused: true, lines: lines.map(printable), pairs: true, points: [{ message, path }] };
}

async function settingsOf({ repository }: PolicySession): Promise<MessageSettings> {
  const output = await repository.git.run(
    ['config', '-z', '--get-regexp', '^(core\\.comment(char|string)|i18n\\.commitencoding)$'],
    { allowExit: [1] },
  );
  const values = new Map(
    output
      .toString('utf8')
      .split('\0')
      .map((entry): [string, string] => [
        entry.slice(0, entry.indexOf('\n')).replace(/string$/, 'char'),
        entry.slice(entry.indexOf('\n') + 1),
      ]),
  );
  return { comment: values.get('core.commentchar'), encoding: values.get('i18n.commitencoding') };
}
