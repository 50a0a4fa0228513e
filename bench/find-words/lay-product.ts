import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readingOrder } from '../../src/presentation/words/extract-texts.js';

/** The files of a product that are searched for words, in a temporary folder. */
export interface LaidProduct {
  readonly root: string;
  /** In the order in which they are read. */
  readonly paths: readonly string[];
  remove(): void;
}

const tooLarge = 4 * 2 ** 20;

/** `copy` is the git folder of the public repository; nothing is written there. Throws where the copy does not hold the commit. */
export function layProduct(copy: string, commit: string): LaidProduct {
  const git = (args: readonly string[], input = ''): Buffer =>
    execFileSync('git', ['-C', copy, ...args], { input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] });
  const turns: { readonly path: string; readonly blob: string }[][] = [];
  for (const line of git(['ls-tree', '-r', '-z', '-l', commit]).toString('utf8').split('\0')) {
    const [, blob = '', bytes, path = ''] = /^100\d{3} blob ([\da-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
    const turn = Number(bytes) > tooLarge ? undefined : readingOrder(path);
    if (turn !== undefined) (turns[turn] ??= []).push({ path, blob });
  }
  const files = turns.flat();
  const root = mkdtempSync(join(tmpdir(), 'pm-zone-find-words-'));
  const output = git(['cat-file', '--batch'], files.map(({ blob }) => `${blob}\n`).join(''));
  let at = 0;
  for (const { path } of files) {
    const end = output.indexOf('\n', at);
    const bytes = /^[\da-f]+ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1];
    at = end + 1;
    // A copy may lack its largest files.
    if (bytes === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), output.subarray(at, at + Number(bytes)));
    at += Number(bytes) + 1;
  }
  return { root, paths: files.map(({ path }) => path), remove: () => rmSync(root, { recursive: true, force: true }) };
}
