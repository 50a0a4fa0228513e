import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary home in which git sees nothing of the user's own settings. */
export interface IsolatedHome {
  readonly home: string;
  /** Where its repository goes; nothing is there yet. */
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The home is a new folder, which whoever asks for it removes. */
export function makeIsolatedHome(prefix: string): IsolatedHome {
  const home = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const own = { HOME: home, GIT_CONFIG_GLOBAL: join(home, 'none'), GIT_CONFIG_NOSYSTEM: '1' };
  return { home, root: join(home, 'work'), environment: { ...Object.fromEntries(kept), ...own } };
}
