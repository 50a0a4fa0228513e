import assert from 'node:assert/strict';
import { pmZone, type CommandLineResult } from './run-command-line.js';
import type { TemporaryRepository } from './temporary-repository.js';

export interface ReviewObject {
  readonly verdict: string;
  readonly policy: { readonly ref: string; readonly commit?: string; readonly preview: boolean };
  readonly base: { readonly ref: string; readonly commit?: string };
  readonly author: { readonly names: readonly string[]; readonly kind: string };
  readonly files: number;
  readonly items: readonly { readonly check?: string; readonly text: string; readonly verdict: string }[];
  readonly findings: readonly {
    readonly check: string;
    readonly severity: string;
    readonly message: string;
    readonly path?: string;
    readonly line?: number;
  }[];
}

/** The JSON review and its exit code; a run that gave none has failed the test with what it said instead. */
export async function runReview(
  repository: Pick<TemporaryRepository, 'root' | 'environment'>,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandLineResult & { readonly review: ReviewObject }> {
  const answer = await pmZone(repository, ['review', '--format', 'json', ...args], { environment });
  assert.notEqual(answer.stdout, '', `no review: ${answer.stderr}`);
  return { ...answer, json: answer.json, review: answer.json[0] as ReviewObject };
}

/** Asserts that a review is closed by a finding of this weight whose words match. */
export function assertClosed(
  { code, review, stdout }: CommandLineResult & { readonly review: ReviewObject },
  check: string,
  words: RegExp,
  severity: 'blocker' | 'needs-fix' = 'blocker',
): void {
  assert.notEqual(code, 0, stdout);
  assert.notEqual(review.verdict, 'ready');
  const found = review.findings.filter((finding) => finding.check === check && words.test(finding.message));
  assert.ok(found.length > 0, `no finding of ${check} says ${words}: ${JSON.stringify(review.findings, undefined, 1)}`);
  assert.equal(found[0]?.severity, severity, found[0]?.message);
}

/** The standing of each path with the first reason in words, as `files` prints it. */
export async function readStandings(
  repository: Pick<TemporaryRepository, 'root' | 'environment'>,
  paths: readonly string[],
  ...args: readonly string[]
): Promise<ReadonlyMap<string, { readonly standing: string; readonly why: string }>> {
  const { json } = await pmZone(repository, ['files', '--format', 'json', '--stdin', '-z', ...args], {
    stdin: paths.map((path) => `${path}\0`).join(''),
  });
  return new Map(
    (json as { path: string; standing: string; because: { text: string }[] }[]).map(({ path, standing, because }) => [
      path,
      { standing, why: because.map((reason) => reason.text).join(' | ') },
    ]),
  );
}

/** How long something took, in milliseconds, with what it gave. */
export async function measureTime<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly took: number }> {
  const began = performance.now();
  const value = await work();
  return { value, took: performance.now() - began };
}

/** Control characters but for the line break: what no terminal may be sent. */
export const controlCharacters = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
