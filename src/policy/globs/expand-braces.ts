/** How many plain globs one glob with braces may stand for. Enough for a list of file endings times a list of folders. */
const mostExpansions = 256;

/** The plain globs that a glob stands for, or why it cannot be told. */
export interface Expansion {
  readonly globs: readonly string[];
  readonly problem?: string;
}

/**
 * Expands `{a,b}` the way minimatch does, within `mostExpansions`, which it would only look at afterwards.
 *
 * Braces that minimatch would take as they stand or count up (`{a}`, `{1..9}`, an unclosed one) are a problem, since an
 * author who writes them means something by them; the glob is then given back with these braces as plain characters.
 */
export function expandBraces(glob: string): Expansion {
  if (!/[{}]/u.test(glob)) return { globs: [glob] };
  const tokens = glob.match(/[{},]|[^{},]+/gu) as readonly string[];
  let at = 0;
  let most = 1;

  /** Reads to the end, in a list to the end of one of its alternatives; `undefined` where the braces say nothing. */
  function readSequence(inList: boolean): readonly string[] | undefined {
    let globs: readonly string[] = [''];
    for (; at < tokens.length; at += 1) {
      const token = tokens[at] as string;
      if (inList && (token === ',' || token === '}')) return globs;
      const ends = token === '{' ? readList() : token === '}' ? undefined : [token];
      if (ends === undefined) return undefined;
      most = Math.max(most, globs.length * ends.length);
      globs = most > mostExpansions ? [''] : globs.flatMap((start) => ends.map((end) => start + end));
    }
    return inList ? undefined : globs;
  }

  /** Stands on the opening brace, then on the closing one. */
  function readList(): readonly string[] | undefined {
    const globs: string[] = [];
    let alternatives = 0;
    do {
      at += 1;
      const alternative = readSequence(true);
      if (alternative === undefined) return undefined;
      globs.push(...alternative);
      alternatives += 1;
    } while (tokens[at] === ',');
    return alternatives > 1 ? globs : undefined;
  }

  const globs = readSequence(false);
  if (globs === undefined) return { globs: [glob], problem: 'its braces do not pair up, or hold no list like {a,b}' };
  return most > mostExpansions
    ? { globs: [], problem: `its braces stand for more than ${mostExpansions} globs` }
    : { globs };
}
