import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Committer } from './fast-import.js';
import type { SampleRepository } from './sample-repository.js';

/** What the story says will stand in an output. */
interface ExpectedWords {
  /** Each has to stand there. */
  readonly says: readonly (string | RegExp)[];
  readonly neverSays?: readonly (string | RegExp)[];
}

/** What the story says will happen when a command is run. */
export interface Expected extends ExpectedWords {
  readonly exit: 0 | 1 | 2 | 3;
}

/** Where a story is played: it narrates, runs real commands in the sample, and notes what did not come out as told. */
export interface Stage {
  /** Runs `pm-zone`, prints the command and all that it prints, and gives its standard output. */
  pmZone(args: readonly string[], expected: Expected): string;
  /** Commits all that differs, as Maya, or as someone else where `by` says so. */
  commit(message: string, by?: Committer): void;
  /** Replaces what stands exactly once in a file. */
  edit(path: string, from: string, to: string): void;
  /** Runs a program of ours with an environment of its own, under the name of a command; all that it printed. It has to end with 0. */
  run(command: string, program: string, environment: NodeJS.ProcessEnv): string;
  /** Notes where a text is not as the story says. */
  expect(what: string, text: string, expected: ExpectedWords): void;
  print(line: string): void;
  save(file: string, text: string): void;
  readonly sample: SampleRepository;
  /** Steps that did not come out as the story says; empty when all did. */
  readonly surprises: readonly string[];
  part(title: string): void;
  say(text: string): void;
  /** Runs git as Maya and prints the command; its output only on request. */
  git(args: readonly string[], show?: 'output'): void;
  /** Prints the first lines of a file. */
  show(path: string, lines: number): void;
  write(path: string, text: string): void;
  append(path: string, text: string): void;
}

const width = 92;

/** An address that carries a whole draft in it is of no use to a reader. */
const longestWord = 300;

/** A stage in the sample; `commandLine` is the bundle of `pm-zone`, `print` takes text with its line ends. */
export function makeStage(sample: SampleRepository, commandLine: string, print: (text: string) => void): Stage {
  const surprises: string[] = [];
  const echo = (command: string, output: string): void => {
    const body = output.replace(/\n+$/, '');
    print(`  $ ${command}\n`);
    if (body !== '')
      print(
        `${body
          .split('\n')
          .map((line) => `  ${clip(line)}`.trimEnd())
          .join('\n')}\n`,
      );
  };
  const gitIn = (root: string, args: readonly string[], who: NodeJS.ProcessEnv = {}): string =>
    execFileSync('git', args, { cwd: root, env: { ...sample.environment, ...who }, encoding: 'utf8', stdio: 'pipe' });
  const { root } = sample;
  const place = (path: string): string => join(root, path);
  const start = (command: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
    echo(command, stdout + stderr);
    print(`  (exit code ${String(status)})\n`);
    return { status, stdout, output: stdout + stderr };
  };
  return {
    sample,
    surprises,
    pmZone(args, expected) {
      const command = `pm-zone ${args.map(quoted).join(' ')}`;
      const { status, stdout, output } = start(command, [commandLine, ...args], sample.environment);
      if (status !== expected.exit)
        surprises.push(`${command}: exit code ${String(status)} instead of ${expected.exit}`);
      surprises.push(...compare(command, output, expected));
      return stdout;
    },
    run(command, program, environment) {
      const { status, output } = start(command, [program], environment);
      if (status !== 0) surprises.push(`${command}: exit code ${String(status)}`);
      return output;
    },
    expect: (what, text, expected) => void surprises.push(...compare(what, text, expected)),
    print: (line) => print(`${line}\n`),
    save: (file, text) => writeFileSync(file, text),
    commit(message, by) {
      const author = by === undefined ? {} : { GIT_AUTHOR_NAME: by.name, GIT_AUTHOR_EMAIL: by.email };
      const committer = by === undefined ? {} : { GIT_COMMITTER_NAME: by.name, GIT_COMMITTER_EMAIL: by.email };
      gitIn(root, ['add', '--all']);
      gitIn(root, ['commit', '--quiet', '--message', message], { ...author, ...committer });
      echo(`git commit -m ${quoted(message)}${by === undefined ? '' : `   (by ${by.name})`}`, '');
    },
    edit(path, from, to) {
      const pieces = readFileSync(join(root, path), 'utf8').split(from);
      if (pieces.length !== 2) throw new Error(`${path} does not say once: ${from}`);
      writeFileSync(join(root, path), pieces.join(to));
    },
    part: (title) => print(`\n\n${title}\n${'─'.repeat(title.length)}\n`),
    say: (text) => print(`\n${wrap(text)}\n\n`),
    git(args, output) {
      const printed = gitIn(sample.root, args);
      echo(`git ${args.map(quoted).join(' ')}`, output === undefined ? '' : printed);
    },
    show: (path, lines) =>
      echo(`head -n ${lines} ${path}`, readFileSync(place(path), 'utf8').split('\n').slice(0, lines).join('\n')),
    write(path, text) {
      mkdirSync(dirname(place(path)), { recursive: true });
      writeFileSync(place(path), text);
    },
    append: (path, text) => appendFileSync(place(path), text),
  };
}

function compare(command: string, output: string, { says, neverSays = [] }: ExpectedWords): string[] {
  const plain = output.replace(/\s+/g, ' ');
  const holds = (words: string | RegExp): boolean =>
    typeof words === 'string' ? plain.toLowerCase().includes(words.toLowerCase()) : words.test(plain);
  return [
    ...says.filter((words) => !holds(words)).map((words) => `${command}: does not say ${String(words)}`),
    ...neverSays.filter(holds).map((words) => `${command}: says ${String(words)}`),
  ];
}

function clip(line: string): string {
  return line.replaceAll(/\S+/g, (word) =>
    word.length <= longestWord ? word : `${word.slice(0, longestWord)}… (${word.length - longestWord} more characters)`,
  );
}

function quoted(argument: string): string {
  return /^[\w./@:=~-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/** Breaks each paragraph into lines of at most `width` characters; lines that start with a dash are paragraphs of their own. */
function wrap(text: string): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const indent = paragraph.startsWith('- ') ? '  ' : '';
      const lines: string[] = [];
      for (const word of paragraph.split(' ')) {
        const line = lines.at(-1);
        if (line !== undefined && line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
        else lines.push(line === undefined ? word : indent + word);
      }
      return lines.join('\n');
    })
    .join('\n');
}
