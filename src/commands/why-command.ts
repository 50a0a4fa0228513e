import { listCommitted, listTracked, type TrackedPaths } from '../git/list-tracked.js';
import { identify } from '../policy/asking.js';
import type { PolicySession } from '../policy/policy-session.js';
import { explainPath } from './policy/explain-path.js';
import { readPolicyOf } from './policy/read-judged-policy.js';
import { UsageError, textOption, writeAnswer, type Command, type ExitCode, type ParsedArguments } from './command.js';
import { pathFromRoot } from './path-from-root.js';
import { toStandingJson } from './standing-json.js';
import { requireHead, warnOfPolicyErrors, withPolicySession } from './with-policy-session.js';

/** Explains the standing of one path: a sentence, each rule with its line, whom to ask. */
export const whyCommand: Command = {
  name: 'why',
  summary: 'why a path has its standing, rule by rule, and whom to ask',
  usage: 'PATH [--head REF]',
  formats: ['text', 'json'],
  options: { head: { type: 'string' } },
  help: [
    ['PATH', 'a file or folder, which need not exist'],
    ['--head REF', 'by the policy of this branch or commit, over its files'],
  ],
  positionals: 'one',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (open): Promise<ExitCode> => {
      const { session, tracked } = await readAsked(open, typed);
      const [asked] = typed.positionals;
      if (asked === undefined || asked === '') throw new UsageError('name a path: pm-zone why PATH.');
      const { path, judgement, lines, ownedBy } = explainPath(
        session,
        tracked,
        pathFromRoot(session.repository.prefix, asked),
      );
      writeAnswer(
        typed,
        world,
        () => ({ path, ...toStandingJson(judgement), ownedBy }),
        () => lines,
      );
      return warnOfPolicyErrors(session, world) ? 2 : 0;
    }),
};

/** The policy that counts over the files of the working copy, or that of the commit which `--head` names over its own. */
async function readAsked(
  session: PolicySession,
  typed: ParsedArguments,
): Promise<{ readonly session: PolicySession; readonly tracked: TrackedPaths }> {
  const { repository, base } = session;
  const head = textOption(typed, 'head');
  if (head === undefined) return { session, tracked: await listTracked(repository) };
  const { commit } = await requireHead(session, head);
  const read = await readPolicyOf(session, head);
  const policy = { ...read, preview: session.policy.preview || commit !== base?.commit };
  const name = textOption(typed, 'as') ?? repository.settings.get('as');
  const asking = identify(policy, name === undefined ? repository.emails : [name]);
  return { session: { ...session, policy, asking }, tracked: await listCommitted(repository, commit) };
}
