import type { PolicyTip } from '../policy/policy.js';

export type HostKind = 'github' | 'gitlab';

export const hostNames: Readonly<Record<HostKind, string>> = { github: 'GitHub', gitlab: 'GitLab' };

/** The CODEOWNERS that lies where the host does not look, so that nobody is asked by it; `known` is the host by the remote, else it is told by what lies around. */
export function findUnreadOwners(
  { codeowners }: Pick<PolicyTip, 'codeowners'>,
  paths: readonly string[],
  known: HostKind | undefined,
): { readonly file: string; readonly host: HostKind } | undefined {
  const host = known ?? guessHost(paths);
  if (codeowners === undefined || host === undefined) return undefined;
  const { file } = codeowners;
  return file.startsWith(host === 'github' ? '.gitlab/' : '.github/') ? { file, host } : undefined;
}

/** By what else only one of the hosts reads. */
export function guessHost(paths: readonly string[]): HostKind | undefined {
  const github = paths.some((path) => path.startsWith('.github/workflows/'));
  const gitlab = paths.includes('.gitlab-ci.yml');
  return github === gitlab ? undefined : github ? 'github' : 'gitlab';
}
