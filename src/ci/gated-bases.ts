/** Tells the bases that the gate stands before: by their names, or with a `*` at the end by how they begin; without any, the default branch. */
export function gatedBases(names: readonly string[], defaultBranch: string): (base: string) => boolean {
  if (names.length === 0) return (base) => base === defaultBranch;
  return (base) => names.some((name) => (name.endsWith('*') ? base.startsWith(name.slice(0, -1)) : base === name));
}
