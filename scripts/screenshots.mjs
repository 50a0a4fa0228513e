// Plays the stories whose pictures the README shows, and puts those pictures into media/.
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const pictures = { why: 'standing', words: 'words', 'review-fix': 'review', 'pull-request': 'pull-request' };

const { status } = spawnSync(
  process.execPath,
  [place('out/test/vscode/run-stories.js'), 'why', 'first-change', 'review'],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
if (status === 0) {
  for (const [taken, shown] of Object.entries(pictures)) {
    copyFileSync(place(`out/screenshots/${taken}.png`), place(`media/${shown}.png`));
  }
}
