import type { OpenZone } from '../policy/open-zone.js';
import { findCommit, type Tip } from '../repository/find-base.js';
import { CannotRun } from './command.js';

/** The base that a range begins at; `asked` is what was typed, if anything was. */
export function baseOf(zone: OpenZone, asked?: string): Tip {
  if (zone.base !== undefined) return zone.base;
  throw new CannotRun(
    `${asked ?? 'The base branch'} names no commit here. Fetch the base branch, or name another with --base.`,
  );
}

/** The commit that a range ends at. */
export async function headOf(zone: OpenZone, name: string): Promise<Tip> {
  const tip = await findCommit(zone.repository, name);
  if (tip !== undefined) return tip;
  throw new CannotRun(
    name === 'HEAD'
      ? 'nothing is committed here yet.'
      : `${name} names no commit here. Check its spelling, or fetch it.`,
  );
}
