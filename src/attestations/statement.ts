import type { Trailer } from '../change/change.js';

/** What a trailer says of one item and one content: that the PM confirms it, or takes that back. */
export interface Statement {
  /** Stands for the item and its content: the same text for the same two. */
  readonly key: string;
  readonly isGiven: boolean;
}

const confirms = 'PM-Zone-Confirms';
const takesBack = 'PM-Zone-Takes-Back';

/**
 * With the longer key, the version and the digits a line has 100 characters, which is what linters of commit messages let through. The
 * name is for readers; the hash of a content stands for the item's words too.
 */
const longestName = 28;
/** Hexadecimal digits, 192 bits of the hash. */
const digits = 48;
/** How contents are hashed (`contentHash`): another way gets another number, so that nothing is taken for what it is not. */
const version = 'v1';

/** What stands for an item and the hash of its contents, `contentHash`, in a trailer. */
export function statementKey(item: string, content: string): string {
  const name = item
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longestName);
  return `${name === '' ? 'item' : name} ${version}:${content.slice(0, digits)}`;
}

/** A line of at most 100 characters, all of them ASCII: the same in every encoding of commits. */
export function formatStatement({ key, isGiven }: Statement): string {
  return `${isGiven ? confirms : takesBack}: ${key}`;
}

const form = new RegExp(`^[a-z0-9-]{1,${longestName}} ${version}:[0-9a-f]{${digits}}$`);

/** Reads a trailer written to the letter as `formatStatement` does; anything else says nothing. */
export function parseStatement({ key, value }: Trailer): Statement | undefined {
  if ((key !== confirms && key !== takesBack) || !form.test(value)) return undefined;
  return { key: value, isGiven: key === confirms };
}
