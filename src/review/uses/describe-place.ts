import type { RepositorySnapshot } from '../../change/change.js';
import { indexLines } from '../../text/index-lines.js';
import type { KeyUse } from './text-uses.js';

/** `src/Home.tsx (line 12)`. */
export async function describePlace({ path, at }: KeyUse, snapshot: RepositorySnapshot): Promise<string> {
  const text = (await snapshot.read('head', [path])).get(path)?.text ?? '';
  return `${path} (line ${indexLines(text)(at).line})`;
}
