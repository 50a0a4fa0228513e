import { join } from 'node:path';
import type { Review } from '../../src/review/review.js';
import { openCaseRepository } from './case-repository.js';
import { readCases, type Case } from './case.js';
import { findCopy, reviewCase } from './review-case.js';
import { wilsonInterval } from './interval.js';
import { scoreCase, type Score } from './score.js';

interface Result {
  readonly each: Case;
  readonly score: Score;
}

/**
 * Prints how right each check is on the labelled changes of public repositories: precision and recall with their counts and intervals. Arguments:
 * names of checks, `--part open|aside`, `--list` to print what is wrong or missed. Cases whose repository is not at hand are skipped and counted.
 */
function quality(args: readonly string[]): void {
  const part = args.includes('--part') ? args[args.indexOf('--part') + 1] : undefined;
  const checks = args.filter((arg) => !arg.startsWith('-') && arg !== part);
  const cases = readCases(join('bench', 'quality', 'corpus')).filter(
    (each) => (part === undefined || each.part === part) && (checks.length === 0 || checks.includes(each.check)),
  );
  const results: Result[] = [];
  let skipped = 0;
  for (const [repository, own] of groupBy(cases, (each) => each.repository)) {
    const copy = findCopy(repository);
    if (copy === undefined) {
      skipped += own.length;
      print(`${repository} is not at hand: ${own.length} cases skipped.`);
      continue;
    }
    const scratch = openCaseRepository(copy);
    for (const each of own) {
      const review = reviewCase(scratch, each);
      if (typeof review === 'string') {
        skipped += 1;
        print(`${each.id}: skipped, ${review}`);
        continue;
      }
      const score = scoreCase(each, review);
      results.push({ each, score });
      if (args.includes('--list')) list(each, score, review);
    }
    scratch.remove();
    // After each repository: whoever stops a run of hours keeps what it has found.
    print(`\n${repository} is done. So far:`);
    report(results, skipped);
  }
  print('All repositories are done.');
  report(results, skipped);
}

function report(results: readonly Result[], skipped: number): void {
  print(`\n${results.length} changes reviewed, ${skipped} skipped.\n`);
  for (const which of ['open', 'aside'] as const) {
    const rows = table(results.filter(({ each }) => each.part === which));
    if (rows.length > 0) print([which === 'open' ? 'Open part' : 'Put aside', ...rows, ''].join('\n'));
  }
}

function list({ id, why, check }: Case, { wrong, missed, left }: Score, { crashes }: Review): void {
  for (const { message, path, line, check: by } of wrong) {
    print(`  wrong  ${id}  ${by} ${path ?? ''}:${line ?? ''}  ${message}`);
  }
  for (const expected of missed) {
    const { path, key, line } = expected;
    print(
      `  ${left.includes(expected) ? 'asked ' : 'missed'} ${id}  ${check} ${path}:${line ?? ''} ${key ?? ''}  (${why ?? ''})`,
    );
  }
  for (const { message } of crashes) print(`  crash  ${id}  ${message}`);
}

/** A change counts as right where nothing of it is wrong and nothing missed. */
function table(results: readonly Result[]): readonly string[] {
  const groups = groupBy(results, ({ each }) => (each.gone ? `${each.check} (gone)` : each.check));
  return [...groups]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([check, own]) => {
      const sum = (of: (score: Score) => readonly unknown[]): number =>
        own.reduce((total, { score }) => total + of(score).length, 0);
      const [right, wrong, missed] = [
        sum((score) => score.right),
        sum((score) => score.wrong),
        sum((score) => score.missed),
      ];
      const left = sum((score) => score.left);
      const asked = own.filter(({ score }) => score.isAsked).length;
      const clean = own.filter(({ score }) => score.wrong.length + score.missed.length === 0).length;
      return `  ${check.padEnd(26)} precision ${share(right, right + wrong)}  recall ${share(right, right + missed)}  changes ${share(clean, own.length)} an engineer is asked in ${asked}, and so of ${left} of ${missed} missed`;
    });
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

function share(hits: number, all: number): string {
  const [low, high] = wilsonInterval(hits, all);
  const value = all === 0 ? '   –' : (hits / all).toFixed(2);
  return `${value} (${hits} of ${all}, ${low.toFixed(2)} to ${high.toFixed(2)})`.padEnd(38);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

quality(process.argv.slice(2));
