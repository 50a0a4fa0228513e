import {
  isPlatformSettings,
  platformOfCommits,
  platformOfSettings,
  settingsFragments,
} from '../change/translation-platform.js';
import type { LoadedChange } from '../change/change.js';
import { readMessages } from '../change/read-messages.js';
import type { Git } from '../git/git.js';

/** Catalogs in more folders than these have the same writers. */
const mostFolders = 100;

/**
 * The platform that writes the other languages of these catalogs, as its settings or the latest commits there tell; `undefined` where nothing tells of
 * one.
 */
export async function findTranslationPlatform(
  git: Git,
  { change, snapshot }: Pick<LoadedChange, 'change' | 'snapshot'>,
  catalogs: readonly string[],
): Promise<string | undefined> {
  const { commit } = change.base;
  if (catalogs.length === 0 || commit === undefined) return undefined;
  const settings = await findPlatformSettings(snapshot);
  const [named] = settings.flatMap((path) => platformOfSettings(path) ?? []);
  if (named !== undefined) return named;
  if (settings.length > 0) return 'a translation platform';
  const folders = new Set(catalogs.map((path) => path.replace(/\/?[^/]+$/u, '')));
  return platformOfCommits(await readMessages(git, commit, [...folders].filter(Boolean).slice(0, mostFolders)));
}

/** The files of the base that are called as the settings of a translation platform are. */
export async function findPlatformSettings(
  snapshot: Pick<LoadedChange['snapshot'], 'pathsNamed'>,
): Promise<readonly string[]> {
  return (await snapshot.pathsNamed('base', settingsFragments)).filter(isPlatformSettings);
}
