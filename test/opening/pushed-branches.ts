import { execFileSync } from 'node:child_process';

/** The branches that lie in a bare repository now, for a stand-in of a host to know what was pushed there. */
export class PushedBranches extends Map<string, string> {
  constructor(
    readonly bare: string,
    readonly environment: NodeJS.ProcessEnv,
  ) {
    super();
  }

  override get(name: string): string | undefined {
    try {
      const args = ['-C', this.bare, 'rev-parse', '--verify', '-q', `refs/heads/${name}`];
      return execFileSync('git', args, { env: this.environment, encoding: 'utf8' }).trim();
    } catch {
      return undefined;
    }
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }
}
