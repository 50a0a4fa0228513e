import type { ReviewContext } from '../../src/review/check.js';

/** The same, where the files whose names end so are gone once they are to be read. */
export function withoutFiles(context: ReviewContext, ending: string): ReviewContext {
  const read: ReviewContext['snapshot']['read'] = (side, paths) =>
    context.snapshot.read(
      side,
      paths.filter((path) => !path.endsWith(ending)),
    );
  return { ...context, snapshot: { ...context.snapshot, read } };
}
