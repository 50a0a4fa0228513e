import type { SurveyedFiles } from '../surveyed-files.js';
import { isPlatformSettings, platformOfCommits } from '../../change/translation-platform.js';
import { isSetAside } from './set-aside.js';

/**
 * What tells that a platform writes the translations of these catalogs: its settings, or that it made some of their latest commits. An edit of
 * a translation by hand would be written over.
 */
export async function findPlatform(
  { paths, readMessages }: SurveyedFiles,
  catalogs: readonly string[],
): Promise<string | undefined> {
  const [settings] = findPlatformSettings(paths);
  if (settings !== undefined) return `${settings} names a translation platform`;
  if (catalogs.length === 0) return undefined;
  const folders = new Set(catalogs.map((path) => path.replace(/\/[^/]+$/u, '')));
  const name = platformOfCommits(await readMessages([...folders].slice(0, mostFolders)));
  return name === undefined ? undefined : `the latest commits there are of ${name}`;
}

/** The files that are called as the settings of a translation platform are. */
export function findPlatformSettings(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => isPlatformSettings(path) && !isSetAside(path.replace(/\.tx\//u, '')));
}

/** Catalogs in more folders than these have the same writers. */
const mostFolders = 100;
