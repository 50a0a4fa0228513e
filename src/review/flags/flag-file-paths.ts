import { fold } from '../../policy/fold.js';
import { indexPaths } from '../../policy/path-index.js';
import type { Policy } from '../../policy/policy.js';
import { compileZoneGlob } from '../../policy/zone-glob.js';
import { kindOfFile } from '../kind-of-file.js';

/**
 * Says of a path whether it is a flag file: by the Flag files setting (design §3) of any tip, in any case of its letters, or because it
 * is called as flag files are, so that naming others in the setting opens none. In doubt it is one, and its flags are looked at.
 */
export function flagFilePaths(policy: Policy): (path: string) => boolean {
  const settings = policy.tips.flatMap((tip) => tip.zone?.settings.flagFiles ?? []);
  const index = indexPaths([...new Set(settings)].flatMap((glob) => compileZoneGlob(glob, 'forbid').patterns));
  return (path) => {
    if (kindOfFile(path) === 'flags') return true;
    const names = fold(path).split('/');
    const name = names.pop() as string;
    return index.match(names.reduce(index.enter, index.root), name).length > 0;
  };
}
