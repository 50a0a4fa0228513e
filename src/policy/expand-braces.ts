/** How many plain globs one glob with braces may stand for. Enough for a list of file endings times a list of folders. */
const mostExpansions = 256;

/** The plain globs that a glob stands for, or why it cannot be told. */
export interface Expansion {
  readonly globs: readonly string[];
  readonly problem?: string;
}

/**
 * Expands `{a,b}` the way minimatch does, within `mostExpansions`.
 *
 * Braces that minimatch would take as they stand or count up (`{a}`, `{1..9}`, an unclosed one) are a problem, since an
 * author who writes them means something by them; the glob is then given back with these braces as plain characters.
 * Takes time in proportion to the glob's length times `mostExpansions`.
 */
export function expandBraces(glob: string): Expansion {
  if (!/[{}]/u.test(glob)) return { globs: [glob] };
  const open = parse(glob);
  if (open === undefined) return { globs: [glob], problem: 'its braces do not pair up, or hold no list like {a,b}' };
  const globs = expandSequence(open);
  return globs.length > mostExpansions
    ? { globs: [], problem: `its braces stand for more than ${mostExpansions} globs` }
    : { globs };
}

type Part = string | readonly Sequence[];
type Sequence = readonly Part[];

/** Reads with a stack of its own, so that ten thousand open braces cost no depth. */
function parse(glob: string): Sequence | undefined {
  const stack: { alternatives: Part[][]; current: Part[] }[] = [];
  let current: Part[] = [];
  let alternatives: Part[][] = [];
  for (const [token] of glob.matchAll(/[{},]|[^{},]+/gu)) {
    if (token === '{') {
      stack.push({ alternatives, current });
      current = [];
      alternatives = [];
    } else if (token === ',' && stack.length > 0) {
      alternatives.push(current);
      current = [];
    } else if (token === '}') {
      const outer = stack.pop();
      if (outer === undefined || alternatives.length === 0) return undefined;
      const list = [...alternatives, current];
      ({ alternatives, current } = outer);
      current.push(list);
    } else {
      current.push(token);
    }
  }
  return stack.length > 0 ? undefined : current;
}

/** Stops growing one past the bound, which is how the caller knows. */
function expandSequence(sequence: Sequence): readonly string[] {
  let globs: readonly string[] = [''];
  for (const part of sequence) {
    const ends = typeof part === 'string' ? [part] : expandList(part);
    const grown: string[] = [];
    for (const start of globs) {
      for (const end of ends) {
        if (grown.length <= mostExpansions) grown.push(start + end);
      }
    }
    globs = grown;
  }
  return globs;
}

function expandList(list: readonly Sequence[]): readonly string[] {
  const globs: string[] = [];
  for (const sequence of list) {
    if (globs.length <= mostExpansions) globs.push(...expandSequence(sequence));
  }
  return globs;
}
