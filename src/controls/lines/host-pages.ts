import type { HostFacts } from '../host-facts.js';

/** The pages of a host where something is set. */
export interface HostPages {
  readonly rules: string;
  readonly checks: string;
  readonly reviews: string;
  readonly people: string;
  readonly jobs: string;
  readonly codeowners: (file: string) => string;
  readonly team: (team: string) => string;
}

export function hostPages({ kind, page, branch }: Pick<HostFacts, 'kind' | 'page' | 'branch'>): HostPages {
  const web = new URL(page).origin;
  const path = (text: string): string => text.split('/').map(encodeURIComponent).join('/');
  if (kind === 'gitlab') {
    const merging = `${page}/-/settings/merge_requests`;
    return {
      rules: `${page}/-/settings/repository#js-protected-branches-settings`,
      checks: merging,
      reviews: merging,
      people: `${page}/-/project_members`,
      jobs: `${page}/-/settings/ci_cd`,
      codeowners: (file) => `${page}/-/blob/${path(branch)}/${path(file)}`,
      team: (team) => `${web}/groups/${path(team.replace(/^@/, ''))}/-/group_members`,
    };
  }
  const rules = `${page}/settings/rules`;
  return {
    rules,
    checks: rules,
    reviews: rules,
    people: `${page}/settings/access`,
    jobs: `${page}/settings/actions`,
    codeowners: (file) => `${page}/blob/${path(branch)}/${path(file)}`,
    team: (team) => {
      const [org = '', slug = ''] = team.replace(/^@/, '').split('/');
      return `${web}/orgs/${path(org)}/teams/${path(slug)}`;
    },
  };
}
