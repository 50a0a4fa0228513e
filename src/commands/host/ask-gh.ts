import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import type { CommandHost } from '../command.js';

/** The token that GitHub's own command line keeps for a host; `undefined` where it is not installed, or signed in there to nothing. */
export function askGh(domain: string, environment: CommandHost['environment']): Promise<string | undefined> {
  return new Promise((fulfil) => {
    execFile(
      'gh',
      ['auth', 'token', '--hostname', domain],
      // Windows looks for programs in the current folder first: never start one in a folder that a repository fills.
      {
        cwd: dirname(process.execPath),
        env: { ...environment },
        timeout: 10_000,
        maxBuffer: 65_536,
        windowsHide: true,
      },
      (error, output) => {
        const token = output.trim();
        fulfil(error === null && /^[\x21-\x7e]{8,4000}$/.test(token) ? token : undefined);
      },
    );
  });
}
