import { fold } from '../../policy/fold.js';
import { indexPaths } from '../../policy/path-index.js';
import type { Policy } from '../../policy/policy.js';
import { compileZoneGlob } from '../../policy/zone-glob.js';

const byDefault = ['**/flags.{yaml,yml,json}', '**/features.{yaml,yml}'];

/**
 * Says of a path whether it is a flag file by the Flag files setting (design §3) of any tip, in any case of its letters: in doubt it is
 * one, and its flags are looked at.
 */
export function flagFilePaths(policy: Policy): (path: string) => boolean {
  const settings = policy.tips.flatMap((tip) => tip.zone?.settings.flagFiles ?? byDefault);
  const index = indexPaths([...new Set(settings)].flatMap((glob) => compileZoneGlob(glob, 'forbid').patterns));
  return (path) => {
    const names = fold(path).split('/');
    const name = names.pop() ?? '';
    return index.match(names.reduce(index.enter, index.root), name).length > 0;
  };
}
