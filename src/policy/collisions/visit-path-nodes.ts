/**
 * Called for the first `length` characters of `path`: a folder, or the path itself, without a trailing slash. For one seed `hash` is
 * equal for all names that fold to one. Returns whether to visit the folder's contents.
 */
export type PathNodeVisitor = (path: string, length: number, hash: number, isFolder: boolean) => boolean;

/**
 * Visits each path after its parent folders: in git's order each folder once, in others perhaps repeatedly. `fold` maps names that a
 * disk takes for the same to one name, segment by segment, and changes only the case of ASCII.
 */
export function visitPathNodes(
  paths: readonly string[],
  fold: (name: string) => string,
  seed: number,
  visit: PathNodeVisitor,
): void {
  /** The folder of the previous path, with a trailing slash. */
  let folder = '';
  /** Lengths and hashes of it and its parents, the root first. */
  const ends = [0];
  const hashes = [seed];
  let passedOver: string | undefined;
  for (const path of paths) {
    if (passedOver !== undefined && path.startsWith(passedOver)) continue;
    const length = path.endsWith('/') ? path.length - 1 : path.length;
    while (folder.length > length || !path.startsWith(folder)) {
      ends.pop();
      hashes.pop();
      folder = folder.slice(0, ends.at(-1));
    }
    let from = folder.length;
    let hash = hashes.at(-1) as number;
    let isWanted = true;
    for (let slash = path.indexOf('/', from); isWanted && slash >= 0 && slash < length;) {
      hash = hashOn(hash, path, from, slash, fold);
      isWanted = visit(path, slash, hash, true);
      from = slash + 1;
      if (!isWanted) {
        passedOver = path.slice(0, from);
      } else {
        hash = hashOn(hash, '/', 0, 1, fold);
        ends.push(from);
        hashes.push(hash);
        slash = path.indexOf('/', from);
      }
    }
    if (!isWanted) {
      folder = path.slice(0, ends.at(-1));
      continue;
    }
    if (from !== folder.length) folder = path.slice(0, from);
    visit(path, length, hashOn(hash, path, from, length, fold), false);
  }
}

/** Continues `hash` with `text` from `from` to `to`, folded. */
function hashOn(hash: number, text: string, from: number, to: number, fold: (name: string) => string): number {
  let hashed = hash;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > lastAscii) return hashAll(hash, fold(text.slice(from, to)));
    hashed = mix(hashed, unit >= capitalA && unit <= capitalZ ? unit | 32 : unit);
  }
  return hashed;
}

function hashAll(hash: number, folded: string): number {
  let hashed = hash;
  for (let at = 0; at < folded.length; at += 1) hashed = mix(hashed, folded.charCodeAt(at));
  return hashed;
}

/** Each bit of the seed affects each bit of the hash, so that equal hashes cannot be predicted without it. */
function mix(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, prime);
  return mixed ^ (mixed >>> 15);
}

const lastAscii = 127;
const capitalA = 65;
const capitalZ = 90;

/** FNV prime for 32 bits. */
const prime = 0x01000193;
