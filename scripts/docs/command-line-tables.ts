import { main } from '../../src/cli.js';
import { loadAllCommands } from '../../src/commands/command-list.js';
import { reviewCommand } from '../../src/commands/review-command.js';
import { code, markdownTable } from './markdown-table.js';

/** Each command with what its `--help` says in a line. */
export async function commandTable(): Promise<string> {
  return markdownTable(
    ['command', 'what it does', 'formats'],
    (await loadAllCommands()).map(({ name, summary, formats }) => [
      code(name),
      summary,
      formats.map((format) => code(format)).join(', '),
    ]),
  );
}

/** What each command takes, as its own `--help` prints it. */
export async function commandHelp(): Promise<string> {
  const parts = (await loadAllCommands()).map(
    async ({ name }) => `### pm-zone ${name}\n\n\`\`\`text\n${(await helpOf(name, '--help')).trimEnd()}\n\`\`\``,
  );
  return (await Promise.all(parts)).join('\n\n');
}

/** The exit codes that `pm-zone --help` names. */
export async function exitCodeTable(): Promise<string> {
  const [, list = ''] = /^Exit codes: (.*)\.$/m.exec(await helpOf('--help')) ?? [];
  const rows = list.split(', ').map((entry) => {
    const [, number = '', words = ''] = /^(\d+) (.+)$/.exec(entry) ?? [];
    if (number === '') throw new Error('pm-zone --help names its exit codes as "Exit codes: 0 WORDS, 1 WORDS.".');
    return [code(number), words];
  });
  return markdownTable(['exit code', 'what it means'], rows);
}

/** Words for each format of the review. */
const formatWords: Readonly<Partial<Record<string, string>>> = {
  text: 'for people, in a terminal: the table of verdicts, then what to do, most important first',
  markdown: 'the same for a comment or a summary, with the commits of the change, of its base and of the policy',
  json: 'the whole review as one object on one line: verdict, commits, policy, author, items, findings, crashes',
  sarif: 'SARIF 2.1.0 for code-scanning services: findings with their places, and the verdict of each item',
  github: 'annotations that GitHub Actions shows beside the lines',
};

/** The formats of `pm-zone review`. */
export function formatTable(): string {
  return markdownTable(
    ['format', 'what it is'],
    reviewCommand.formats.map((format) => {
      const words = formatWords[format];
      if (words === undefined)
        throw new Error(`Say in scripts/docs/command-line-tables.ts what the format ${format} is.`);
      return [code(format), words];
    }),
  );
}

/** What the command line prints where it needs no repository. */
async function helpOf(...argv: readonly string[]): Promise<string> {
  let printed = '';
  await main(argv, {
    cwd: '/',
    environment: {},
    now: new Date(0),
    readStdin: () => Promise.resolve(new Uint8Array()),
    write: (text) => void (printed += text),
    warn: (line) => void (printed += line),
  });
  return printed;
}
