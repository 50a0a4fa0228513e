import type { FlagNames } from '../flag-sense.js';
import { readOffState, type OffStateInput } from '../off-state/read-off-state.js';
import type { OffState } from '../off-state/tokens/read-live-tokens.js';
import { isShownWhereOn } from '../scenes/flag-element.js';
import type { ReadScenes } from '../read-scenes.js';

/** What a program is while the flag is off, or on; `other` is what is known of its other version. */
export function readOff(
  { program, scenes }: ReadScenes,
  names: FlagNames,
  isOn: boolean,
  other: Pick<OffStateInput, 'before' | 'after' | 'isSilent'> = {},
): OffState {
  return readOffState({
    program,
    scenes,
    isOn,
    ...other,
    isShownWhereOn: (element) => isShownWhereOn(element, names.keys),
    properties: names.properties ?? new Set<string>(),
  });
}
