import type { OpenZone } from '../policy/open-zone.js';
import { findCommit, type Tip } from '../repository/find-base.js';
import { CannotRun } from './command.js';

/** The base that a range begins at; `asked` is the argument, if one was given. */
export function baseOf(session: OpenZone, asked?: string): Tip {
  if (session.base !== undefined) return session.base;
  throw new CannotRun(
    `${asked ?? 'The base branch'} names no commit here. Fetch the base branch, or name another with --base.`,
  );
}

/** The commit that a range ends at. */
export async function headOf(session: OpenZone, name: string): Promise<Tip> {
  const tip = await findCommit(session.repository, name);
  if (tip !== undefined) return tip;
  throw new CannotRun(
    name === 'HEAD'
      ? 'nothing is committed here yet.'
      : `${name} names no commit here. Check its spelling, or fetch it.`,
  );
}
