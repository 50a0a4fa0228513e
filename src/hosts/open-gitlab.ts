import { HostApi } from './host-api.js';
import type { HostLimits } from './http/host-limits.js';

export interface GitlabHost {
  readonly api: HostApi;
  /** Where people look: `https://gitlab.com`. */
  readonly web: string;
}

/**
 * GitLab by the address of its API, `https://gitlab.com/api/v4` or `https://HOST/api/v4`, with a personal, project or group access token of
 * scope `read_api` (a job's own token reaches no merge requests). An address or token that is none is a `HostError`.
 */
export function openGitlab(api: string, token: string | undefined, limits: Partial<HostLimits> = {}): GitlabHost {
  const base = api.replace(/\/+$/, '');
  return {
    api: new HostApi({
      base,
      prefix: '',
      headers: { accept: 'application/json', 'user-agent': 'pm-zone' },
      token: token === undefined ? undefined : { header: 'private-token', scheme: '', secret: token },
      limits,
    }),
    web: base.replace(/\/api\/v4$/, ''),
  };
}
