import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pilotRepository, plan, roster, appendixA, type PilotOptions } from '../support/pilot-repository.js';
import { runReview } from '../support/review-assertions.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

export interface ItemObject {
  readonly id: string;
  readonly verdict: string;
  readonly by?: string;
  readonly claimedBy?: { readonly commit: string; readonly name: string; readonly address: string };
  readonly setAside?: { readonly commit: string; readonly address: string; readonly why: string };
}

const catalog = (body: string): string => `{\n  "title": "Home, {name}",\n  "body": "${body}"\n}\n`;

export const textsPath = 'src/home/i18n/en.json';

/** Maya's change in a clone of a pilot's repository: her plan and a text, committed on `pm/mine`. */
export function changedClone(options: PilotOptions = {}): {
  readonly origin: TemporaryRepository;
  readonly clone: TemporaryRepository;
  readonly remove: () => void;
} {
  const origin = pilotRepository({ policy: appendixA + roster, ...options });
  origin.git('switch', '-q', 'main');
  const clone = origin.clone();
  clone.git('switch', '-q', '-c', 'pm/mine', 'origin/main');
  clone.write('src/home/PLANNING.md', plan);
  clone.commit('docs: plan a clearer home');
  clone.write(textsPath, catalog('Begin.'));
  clone.commit('feat: say what to do first');
  return {
    origin,
    clone,
    remove: () => {
      origin.remove();
      clone.remove();
    },
  };
}

export function editTexts(repository: TemporaryRepository, body: string): void {
  repository.write(textsPath, catalog(body));
}

export const attest = (repository: TemporaryRepository, ...args: readonly string[]): Promise<CommandLineResult> =>
  pmZone(repository, ['attest', ...args]);

/** The items of the gate's review that are the author's to confirm, or that they confirmed. */
export async function gateItems(
  repository: TemporaryRepository,
  head = 'HEAD',
  base = 'origin/main',
): Promise<readonly ItemObject[]> {
  const { review } = await runReview(repository, ['--base', base, '--head', head]);
  const items = (review as unknown as { readonly items: readonly ItemObject[] }).items;
  return items.filter(({ verdict, by }) => verdict === 'attested' || by === 'author');
}

/** How many of them are confirmed, of all. */
export async function countConfirmed(...args: Parameters<typeof gateItems>): Promise<string> {
  const items = await gateItems(...args);
  return `${items.filter(({ verdict }) => verdict === 'attested').length} of ${items.length}`;
}

/** The trailers of a message, as git reads them. */
export function trailersOf(repository: TemporaryRepository, commit = 'HEAD'): readonly string[] {
  const output = repository.git('log', '-1', '--format=%(trailers:only,unfold)', commit);
  return output.split('\n').filter((line) => line !== '');
}

export function countCommits(repository: TemporaryRepository): number {
  return Number(repository.git('rev-list', '--count', 'HEAD'));
}

/** A hook of the repository's own. */
export function addHook(repository: TemporaryRepository, name: string, script: string): void {
  const folder = join(repository.root, '.git', 'hooks');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** Confirms everything and asserts that one commit without any file carries it. */
export async function confirmAll(repository: TemporaryRepository): Promise<string> {
  const before = repository.git('rev-parse', 'HEAD^{tree}');
  const count = countCommits(repository);
  const answer = await attest(repository, '--all');
  assert.equal(answer.code, 0, answer.stdout + answer.stderr);
  assert.equal(countCommits(repository), count + 1, answer.stdout);
  assert.equal(repository.git('rev-parse', 'HEAD^{tree}'), before);
  return repository.git('rev-parse', 'HEAD');
}
