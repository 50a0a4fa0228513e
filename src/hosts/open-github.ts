import { HostApi } from './host-api.js';
import type { HostLimits } from './http/host-limits.js';

export interface GithubHost {
  readonly api: HostApi;
  /** Where people look: `https://github.com`. */
  readonly web: string;
}

/**
 * GitHub by the address of its API: `https://api.github.com`, `https://HOST/api/v3` of an Enterprise Server, `https://api.NAME.ghe.com`.
 * A token is read-only and used for nothing but the header; an address or token that is none is a `HostError`.
 */
export function openGithub(api: string, token: string | undefined, limits: Partial<HostLimits> = {}): GithubHost {
  const address = api.replace(/\/+$/, '');
  const base = address.replace(/\/v3$/, '');
  return {
    api: new HostApi({
      base,
      prefix: address.slice(base.length),
      headers: {
        accept: 'application/vnd.github+json',
        // The oldest version that is still served everywhere, Enterprise Server included: shapes do not change under it.
        'x-github-api-version': '2022-11-28',
        'user-agent': 'pm-zone',
      },
      token: token === undefined ? undefined : { header: 'authorization', scheme: 'Bearer ', secret: token },
      limits,
    }),
    web: base.replace(/^(https?:\/\/)api\./, '$1').replace(/\/api$/, ''),
  };
}
