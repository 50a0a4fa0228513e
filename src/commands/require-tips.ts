import type { PolicySession } from '../policy/policy-session.js';
import { findCommit, type Tip } from '../git/find-base.js';
import { UsageError } from './command.js';

/** The base that a range begins at; `asked` is the argument, if one was given. */
export function requireBase(session: PolicySession, asked?: string): Tip {
  if (session.base !== undefined) return session.base;
  throw new UsageError(
    `${asked ?? 'The base branch'} names no commit here. Fetch the base branch, or name another with --base.`,
  );
}

/** The commit that a range ends at. */
export async function requireHead(session: PolicySession, name: string): Promise<Tip> {
  const tip = await findCommit(session.repository, name);
  if (tip !== undefined) return tip;
  throw new UsageError(
    name === 'HEAD'
      ? 'nothing is committed here yet.'
      : `${name} names no commit here. Check its spelling, or fetch it.`,
  );
}
