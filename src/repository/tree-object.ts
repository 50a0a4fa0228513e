/** A folder as git holds it: a row of `mode name\0` and the id in binary. */
export interface TreeObject {
  readonly oid: string;
  /** Without it nothing is known to be in it. */
  readonly content?: Buffer;
}

/** What a folder says of one name in it. */
export interface TreeEntry {
  /** `40000` for a folder. */
  readonly mode: string;
  readonly oid: string;
}

/** The entry of that name; `undefined` where there is none. */
export function entryOf({ oid, content: tree = Buffer.alloc(0) }: TreeObject, name: string): TreeEntry | undefined {
  const idBytes = oid.length / 2;
  const wanted = Buffer.from(` ${name}\0`);
  for (let at = 0, next = 0; at < tree.length; at = next) {
    const end = tree.indexOf(0, at) + 1;
    next = Math.max(at, end) + idBytes;
    const space = tree.indexOf(32, at);
    if (tree.subarray(space, end).equals(wanted))
      return { mode: tree.toString('latin1', at, space), oid: tree.toString('hex', end, next) };
  }
  return undefined;
}

/** The names of all entries, in git's order. */
export function namesOf({ oid, content: tree = Buffer.alloc(0) }: TreeObject): readonly string[] {
  const idBytes = oid.length / 2;
  const names: string[] = [];
  for (let at = 0, end = tree.indexOf(0); end >= 0; at = end + 1 + idBytes, end = tree.indexOf(0, at)) {
    names.push(tree.toString('utf8', tree.indexOf(32, at) + 1, end));
  }
  return names;
}
