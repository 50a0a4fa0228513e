import { fold } from './fold.js';

/**
 * A name as the eye reads it, folded: letters in circles, of mathematics, raised or of full width are letters (`ⓐuth`, `𝐚uth`, `ªuth`), a
 * dot over an `i`, marks that stand on a Latin letter without being part of it and what cannot be seen do not count (`PİI`). No
 * disk takes such names for the same, so this is asked besides `fold`, and only where more that matches closes more. `undefined`
 * where it says nothing that `fold` does not.
 */
export function foldForEye(name: string): string | undefined {
  if (!/[^\0-\x7f]/u.test(name)) return undefined;
  const seen = fold(name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}+/gu, ''))
    .normalize('NFKC')
    .replace(/([a-z])[\p{Mn}\p{Me}]+/gu, '$1');
  return seen === fold(name) ? undefined : seen;
}
