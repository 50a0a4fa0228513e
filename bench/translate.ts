/** A CODEOWNERS pattern of GitHub's dialect, taken apart: what comes after `**` may be any number of folders away. */
interface Taken {
  readonly segments: readonly string[];
  /** The path itself, what lies below it, or both. */
  readonly self: boolean;
  readonly below: boolean;
}

/** The pattern as one regular expression over whole paths, written from GitHub's documentation and independent of the index. */
export function toRegExp(pattern: string): RegExp {
  const { segments, self, below } = takeApart(pattern);
  let source = '';
  segments.forEach((segment, at) => {
    const last = at === segments.length - 1;
    if (segment === '**') source += last ? '.+' : '(?:[^/]+/)*';
    else source += escapeSegment(segment) + (last ? '' : '/');
  });
  return new RegExp(`^${source}${below ? (self ? '(?:/.*)?' : '/.+') : ''}$`, 's');
}

/** The same as minimatch globs, to be used with `dot`, `nobrace`, `noext`, `nocomment` and `nonegate`. */
export function toGlobs(pattern: string): readonly string[] {
  const { segments, self, below } = takeApart(pattern);
  const glob = segments.map((segment) => segment.replaceAll(/[[\]]/g, '\\$&')).join('/');
  return [...(self ? [glob] : []), ...(below ? [`${glob}/**`] : [])];
}

function takeApart(pattern: string): Taken {
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const anchored = pattern.startsWith('/') || bare.includes('/');
  const segments = [...(anchored ? [] : ['**']), ...bare.split('/')].filter(
    (each, at, all) => each !== '**' || all[at - 1] !== '**',
  );
  const last = segments.at(-1);
  if (pattern.endsWith('/')) return { segments, self: false, below: true };
  if (last === '**') return { segments, self: true, below: false };
  // `docs/*` means the files directly in docs; a lone `*` means everything.
  return { segments, self: true, below: last !== '*' || !anchored };
}

function escapeSegment(segment: string): string {
  return segment.replaceAll(
    /\\(.)|(\*+)|(\?)|([\\^$.+()[\]{}|/-])/g,
    (whole, escaped?: string, stars?: string, one?: string) => {
      if (escaped !== undefined) return `\\${escaped}`.replace(/\\([\w\s])/, '$1');
      if (stars !== undefined) return segment === '*' ? '[^/]+' : '[^/]*';
      return one !== undefined ? '[^/]' : `\\${whole}`;
    },
  );
}
