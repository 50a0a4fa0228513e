import type { Evidence } from '../evidence.js';

/**
 * The ids of accounts that pushed something to the branch which changes what it does: merging the base alone is none (design §9). A push whose
 * commits are not known counts as one. A branch that comes into being where it holds nothing yet is none either: `nothing` is the key of that.
 */
export async function findContentPushers(
  pushes: NonNullable<Evidence['pushes']>,
  keyOf: (commit: string) => Promise<string | undefined>,
  nothing: string,
): Promise<ReadonlySet<string>> {
  const pushers = new Set<string>();
  for (const { by, before, after } of pushes) {
    if (by === null || pushers.has(by.id)) continue;
    const was = before === null ? nothing : await keyOf(before);
    if (was === undefined || was !== (await keyOf(after))) pushers.add(by.id);
  }
  return pushers;
}
