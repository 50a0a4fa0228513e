import type { Node } from '@babel/types';
import type { Region } from './gated-regions.js';

/** Where a node that the parser made begins and ends; only nodes that somebody else makes have no place. */
export function rangeOf({ start, end }: Node): Region {
  return [start, end] as readonly unknown[] as Region;
}
