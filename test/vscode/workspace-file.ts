import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a workspace file with one root into `folder`, and gives its path. In a window that was opened by it, a test may add further
 * roots without VS Code starting the extension host anew.
 */
export function makeWorkspaceFile(folder: string, root: string): string {
  const file = join(folder, 'sample.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: root }] }));
  return file;
}
