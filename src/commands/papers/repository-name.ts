import { basename } from 'node:path';
import type { Repository } from '../../git/repository.js';

/** What a repository is called where no host tells: as the address of its remote ends, since a clone's folder may have any name. */
export function repositoryName({ remotes, root }: Pick<Repository, 'remotes' | 'root'>): string {
  const { url = '' } = remotes.find(({ name }) => name === 'origin') ?? remotes[0] ?? {};
  const name = url.split(/[/\\:]/u).findLast((part) => part !== '' && part !== '.git');
  return name?.replace(/\.git$/u, '') ?? basename(root);
}
