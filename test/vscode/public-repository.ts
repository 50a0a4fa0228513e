import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { people } from '../../demo/sample-history.js';
import { isolatedEnvironment, personalSettings, type SampleRepository } from '../../demo/sample-repository.js';

/** A public repository, and what its engineers add for the PM on top of its last commit. */
export interface PublicRepository {
  /** "owner/name"; its copy is the git folder "owner+name" of `PM_ZONE_COPIES`, or "repo" in a folder of that name. */
  readonly name: string;
  /** Files that are added or, with `+` before the path, made longer. */
  readonly adds: Readonly<Record<string, string>>;
}

/** The folder with bare copies of public repositories, as `npm run bench:quality` takes it; `undefined` where there is none. */
export function copiesFolder(): string | undefined {
  return process.env['PM_ZONE_COPIES'];
}

/** Makes Maya's clone of a public repository, with an `origin` beside it that goes by the repository's own address. Throws where git fails. */
export function makePublicRepository(home: string, copies: string, { name, adds }: PublicRepository): SampleRepository {
  mkdirSync(home, { recursive: true });
  const place = join(copies, name.replace('/', '+'));
  const copy = existsSync(join(place, 'objects')) ? place : join(place, 'repo');
  const [root, origin, erins] = [join(home, name.replace(/.*\//, '')), join(home, 'origin.git'), join(home, 'erins')];
  const environment = isolatedEnvironment(home);
  const git = (...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: home, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  };
  writeFileSync(join(home, 'gitconfig'), personalSettings);
  git('clone', '--quiet', '--bare', '--shared', '--template=', copy, origin);
  git('clone', '--quiet', '--shared', '--template=', origin, erins);
  for (const [path, text] of Object.entries(adds)) {
    const place = join(erins, path.replace(/^\+/, ''));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text, { flag: path.startsWith('+') ? 'a' : 'w' });
  }
  const { erin, maya } = people;
  const asErin = ['-c', `user.name=${erin.name}`, '-c', `user.email=${erin.email}`];
  git('-C', erins, 'add', '--all');
  if (Object.keys(adds).length > 0)
    git('-C', erins, ...asErin, 'commit', '--quiet', '-m', 'docs: a zone for product managers');
  git('-C', erins, 'push', '--quiet', 'origin', 'HEAD');
  git('clone', '--quiet', '--shared', '--template=', origin, root);
  const address = `https://github.com/${name}.git`;
  const settings = [
    ['user.name', maya.name],
    ['user.email', maya.email],
    [`url.${pathToFileURL(origin).href}.insteadOf`, address],
  ] as const;
  for (const [key, value] of settings) git('-C', root, 'config', key, value);
  git('-C', root, 'remote', 'set-url', 'origin', address);
  return { folder: home, root, origin, environment, people };
}
