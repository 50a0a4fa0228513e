import { openPolicySession, type PolicySession, type PolicySessionRequest } from '../policy/policy-session.js';
import { findPolicyErrors } from '../policy/policy-errors.js';
import { UsageError, textOption, type ParsedArguments, type CommandHost } from './command.js';
import { resolve } from 'node:path';
import { findCommit, type Tip } from '../git/find-base.js';

/** Opens the repository and its policy for a command, as `--cwd` and `--as` say; `use` gets it and it is closed after. */
export async function withPolicySession<T>(
  typed: ParsedArguments,
  world: CommandHost,
  options: Pick<PolicySessionRequest, 'staged' | 'base' | 'fresh'>,
  use: (session: PolicySession) => Promise<T>,
): Promise<T> {
  const as = textOption(typed, 'as');
  const session = await openPolicySession({
    cwd: resolve(world.cwd, textOption(typed, 'cwd') ?? '.'),
    environment: world.environment,
    as,
    ...options,
  });
  try {
    return await use(session);
  } finally {
    session.close();
  }
}

/** Without a policy there is nothing to judge by. */
export async function requirePolicy(session: PolicySession): Promise<void> {
  if (session.policy.tips.some((tip) => tip.zone !== undefined)) return;
  const { base } = session;
  const where =
    base === undefined ? '' : `, neither on ${base.ref} at ${base.commit.slice(0, 12)} nor in the working copy`;
  const { findProposedZone } = await import('../setup/pilot-branch.js');
  const next =
    (await findProposedZone(session)) ??
    'Ask an engineer to add a “PM zone” section to CLAUDE.md: pm-zone init proposes one.';
  throw new UsageError(`this repository has no PM zone yet${where}, so nothing says what PMs may change. ${next}`);
}

/** With a roster somebody has to be asking. */
export function requireIdentity(session: PolicySession): void {
  if (session.asking.kind === 'not-on-roster' && session.asking.names.length === 0) {
    throw new UsageError(
      'git does not know who you are. Say it with: git config user.email you@example.com, or add --as you@example.com.',
    );
  }
}

/** Says each error of the policy with its line on standard error. */
export function warnOfPolicyErrors(session: PolicySession, world: CommandHost): boolean {
  const errors = findPolicyErrors(session.policy);
  for (const { file, line, message } of errors) world.warn(`pm-zone: ${file}:${line}: ${message}`);
  return errors.length > 0;
}

/** The base that a range begins at; `asked` is the argument, if one was given. */
export function requireBase(session: PolicySession, asked?: string): Tip {
  if (session.base !== undefined) return session.base;
  throw new UsageError(
    asked === undefined
      ? 'The branch that everybody works from names no commit here. Get it with git fetch, and say which one it is with git remote set-head origin --auto.'
      : `${asked} names no commit here. Fetch it, or name another with --base.`,
  );
}

/** The commit that a range ends at. */
export async function requireHead(session: PolicySession, name: string): Promise<Tip> {
  const tip = await findCommit(session.repository, name);
  if (tip !== undefined) return tip;
  if (name === 'HEAD') throw new UsageError('nothing is committed here yet.');
  for (const remote of session.repository.remotes) {
    const there = await findCommit(session.repository, `refs/remotes/${remote.name}/${name}`);
    if (there !== undefined)
      throw new UsageError(`${name} names no commit here, but ${there.ref} does: name that, as it was last fetched.`);
  }
  throw new UsageError(`${name} names no commit here. Check its spelling, or fetch it.`);
}
