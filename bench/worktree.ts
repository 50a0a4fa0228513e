import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './data-sets.js';
import { makeGitRepository } from './git-repository.js';
import { zoneOwners, zoneText } from './pm-files.js';
import { timeProgram, type Program } from './processes.js';
import { ratios, spread, type Spread } from './statistics.js';

/** `pm-zone review` of what is not staged beside `git status` of it, in milliseconds and bytes. */
export interface WorktreeRow {
  readonly files: number;
  readonly status: Spread;
  readonly review: Spread;
  readonly toStatus: Spread;
  /** The most that the command held at once. */
  readonly memory: Spread;
}

/** Reviews so many files that are changed on the disk alone, and asks git for them, in turn. */
export function measureWorktree(files: number, rounds: number): WorktreeRow {
  const paths = Array.from(
    { length: files },
    (_, at) => `docs/area${at % 100}/part${((at / 100) % 50) | 0}/page${at}.md`,
  );
  const repository = makeGitRepository({
    empty: paths,
    texts: new Map([
      ['CLAUDE.md', zoneText],
      ['.github/CODEOWNERS', `* @harbor/everyone\n${zoneOwners}`],
    ]),
    branch: new Map([['docs/branch.md', 'One.\n']]),
    changes: new Map(),
  });
  try {
    for (const folder of new Set(paths.map((path) => dirname(path))))
      mkdirSync(join(repository.root, folder), { recursive: true });
    for (const [at, path] of paths.entries()) writeFileSync(join(repository.root, path), `# Page ${at}\n\nWords.\n`);
    const told = join(repository.root, '.git', 'told.cjs');
    const memoryFile = join(repository.root, '.git', 'memory');
    writeFileSync(
      told,
      `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(memoryFile)}, String(process.resourceUsage().maxRSS * 1024)));`,
    );
    const place = { cwd: repository.root, env: repository.environment };
    const script = join(root, 'dist', 'pm-zone.js');
    const review: Program = { program: process.execPath, args: ['--require', told, script, 'review'], ...place };
    const status: Program = { program: 'git', args: ['status', '--porcelain'], ...place };
    timeProgram(status);
    const [asked, reviewed, held]: readonly [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      asked.push(timeProgram(status).elapsed);
      reviewed.push(timeProgram(review).elapsed);
      held.push(Number(readFileSync(memoryFile, 'utf8')));
    }
    return {
      files,
      status: spread(asked),
      review: spread(reviewed),
      toStatus: ratios(reviewed, asked),
      memory: spread(held),
    };
  } finally {
    repository.remove();
  }
}
