import type { RepositorySnapshot } from '../../../change/change.js';
import { folderOf } from '../../../text/path-names.js';

/**
 * Are two files of Android's texts of one build? What another build of the repository has (a sample, another app) goes into no app of this one. A build is what
 * lies below its settings of Gradle.
 */
export function createBuiltWith(
  snapshot: Pick<RepositorySnapshot, 'read'>,
): (path: string, other: string) => Promise<boolean> {
  const builds = new Map<string, Promise<string | undefined>>();
  const buildOf = (folder: string): Promise<string | undefined> => {
    const known = builds.get(folder) ?? findBuild(folder);
    builds.set(folder, known);
    return known;
  };
  const findBuild = async (folder: string): Promise<string | undefined> => {
    const files = names.map((name) => (folder === '' ? name : `${folder}/${name}`));
    const versions = await snapshot.read('head', files);
    if ([...versions.values()].some(({ text }) => text !== undefined)) return folder;
    return folder === '' ? undefined : buildOf(folderOf(folder));
  };
  return async (path, other) => (await buildOf(folderOf(path))) === (await buildOf(folderOf(other)));
}

const names = ['settings.gradle', 'settings.gradle.kts'];
