import type { TreeNode } from '../tree-node.js';

/** A click that leads to the page of the change, where all is said in full: to a place of it where one is named. */
export function showPage(place?: string): NonNullable<TreeNode['command']> {
  const title = 'Show it on the page of the change';
  return { id: 'pmZone.showChange', title, ...(place !== undefined && { arguments: [place] }) };
}
