import { openZone, type OpenZone } from '../policy/open-zone.js';
import { policyErrors } from '../policy/policy-errors.js';
import { CannotRun, option, type Typed, type World } from './command.js';
import { resolve } from 'node:path';

export interface StartOptions {
  /** A staged review is coming: what it reads may be started at once. */
  readonly staged?: boolean;
  /** The base that was named with `--base`. */
  readonly base?: string;
}

/** Opens the repository and its policy for a command, as `--cwd` and `--as` say; `use` gets it and it is closed after. */
export async function withZone<T>(
  typed: Typed,
  world: World,
  options: StartOptions,
  use: (session: OpenZone) => Promise<T>,
): Promise<T> {
  const as = option(typed, 'as');
  const session = await openZone({
    cwd: resolve(world.cwd, option(typed, 'cwd') ?? '.'),
    environment: world.environment,
    as,
    ...options,
    started: world.started,
  });
  try {
    return await use(session);
  } finally {
    session.close();
  }
}

/** Without a policy there is nothing to judge by. */
export function requirePolicy(session: OpenZone): void {
  if (session.policy.tips.every((tip) => tip.zone === undefined)) {
    throw new CannotRun(
      'this repository has no PM zone yet, so nothing says what PMs may change. Ask engineering to add a “PM zone” section to CLAUDE.md.',
    );
  }
}

/** With a roster somebody has to be asking. */
export function requireName(session: OpenZone): void {
  if (session.asking.kind === 'not-on-roster' && session.asking.names.length === 0) {
    throw new CannotRun(
      'git does not know who you are. Say it with: git config user.email you@example.com, or add --as you@example.com.',
    );
  }
}

/** Says each error of the policy with its line on standard error. */
export function warnOfErrors(session: OpenZone, world: World): boolean {
  const errors = policyErrors(session.policy);
  for (const { file, line, message } of errors) world.warn(`pm-zone: ${file}:${line}: ${message}`);
  return errors.length > 0;
}
