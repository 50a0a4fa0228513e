import type { PathPattern, SegmentPattern } from './path-pattern.js';

/** Whether one pattern surely matches every path that another matches; in doubt not. */
export function coversPattern(wide: PathPattern, narrow: PathPattern): boolean {
  const [own, theirs] = [wide.segments.filter(isFirstStar), narrow.segments.filter(isFirstStar)];
  const known = new Map<number, boolean>();

  function covers(at: number, on: number): boolean {
    const key = at * (theirs.length + 1) + on;
    const found = known.get(key) ?? decide(at, on);
    known.set(key, found);
    return found;
  }

  function decide(at: number, on: number): boolean {
    const [mine, other] = [own[at], theirs[on]];
    if (mine === undefined) return endsIn(theirs.slice(on));
    if (mine.kind === 'globstar') return covers(at + 1, on) || (other !== undefined && covers(at, on + 1));
    return other !== undefined && coversName(mine, other) && covers(at + 1, on + 1);
  }

  /** What is left of the narrower one where the wider one has no more names. */
  function endsIn(rest: readonly SegmentPattern[]): boolean {
    if (rest.some(({ kind }) => kind !== 'globstar')) return wide.below;
    const goesOn = narrow.below || rest.length > 0;
    return (wide.self || !narrow.self) && (wide.below || !goesOn);
  }

  return covers(0, 0);
}

function coversName(wide: SegmentPattern, narrow: SegmentPattern): boolean {
  if (wide === narrow) return true;
  if (wide.kind === 'globstar' || narrow.kind === 'globstar') return false;
  if (narrow.kind === 'literal') return wide.kind === 'literal' ? wide.text === narrow.text : wide.test(narrow.text);
  if (wide.kind !== 'wildcard' || wide.suffix === undefined) return false;
  return (narrow.suffix ?? narrow.ending)?.endsWith(wide.suffix) === true;
}

/** Of several `**` in a row one says it all. */
function isFirstStar({ kind }: SegmentPattern, at: number, all: readonly SegmentPattern[]): boolean {
  return kind !== 'globstar' || all[at - 1]?.kind !== 'globstar';
}
