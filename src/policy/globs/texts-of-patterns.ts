import type { PathPattern, SegmentPattern } from './path-pattern.js';

/**
 * Texts of which every path that one of the patterns matches holds at least one, so that few paths have to be matched;
 * `undefined` where there are none such.
 */
export function textsOfPatterns(patterns: readonly PathPattern[]): readonly string[] | undefined {
  const texts = patterns.map(({ segments }) => segments.map(textOf).reduce(longer, ''));
  return texts.includes('') ? undefined : [...new Set(texts)];
}

function textOf(segment: SegmentPattern): string {
  switch (segment.kind) {
    case 'literal':
      return segment.text;
    case 'wildcard':
      return longer(segment.suffix ?? '', segment.prefix ?? '');
    case 'globstar':
      return '';
  }
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}
