import type { TextPlace } from '../standing/named-alike.js';

/** What names and patterns say of a path: the reasons that its names give, and for each index the patterns that match. */
export interface PathFacts extends NameFacts {
  readonly matching: readonly (readonly number[])[];
}

/** What a name says by itself, in whatever folder it is. */
export interface NameFacts {
  /** Why the path is unsafe. */
  readonly unsafe: string | undefined;
  /** Why the path is protected. */
  readonly protected: string | undefined;
}

/** What names say by themselves. Only `unsafe` is asked with a name as it is written. */
export interface NameRules {
  readonly unsafe: (name: string) => string | undefined;
  readonly protectedFile: (folded: string) => string | undefined;
  readonly protectedFolder: (folded: string) => string | undefined;
  /** Where a folder of this folded name leads; in that of a language a file is not protected for the reason `notInTexts`. */
  readonly enterTexts: (above: TextPlace, folded: string) => TextPlace;
  readonly notInTexts: string;
}

/** Whether nothing is said. */
export function isSilent({ unsafe, protected: reason, matching }: PathFacts): boolean {
  return unsafe === undefined && reason === undefined && matching.every((numbers) => numbers.length === 0);
}

/** All that is said, as a text: the same for the same. */
export function keyOf({ unsafe, protected: reason, matching }: PathFacts): string {
  let key = unsafe === undefined && reason === undefined ? '' : `${unsafe ?? ''}\n${reason ?? ''}`;
  for (let place = 0; place < matching.length; place += 1) {
    const numbers = matching[place] as readonly number[];
    if (numbers.length > 0) key += `;${place}:${numbers.length === 1 ? (numbers[0] as number) : numbers.join()}`;
  }
  return key;
}
