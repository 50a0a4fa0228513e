import { join } from 'node:path';
import { openDisk } from '../../src/git/disk.js';
import { fillIndex } from '../../src/presentation/words/fill-index.js';
import { createWordIndex, type WordIndex } from '../../src/presentation/words/word-index.js';
import { findCopy } from '../quality/review-case.js';
import { wilsonInterval } from '../quality/interval.js';
import { layProduct, type LaidProduct } from './lay-product.js';
import { isFound, kinds, readProducts, type Product, type Sentence } from './sentence.js';

interface Answer {
  readonly repository: string;
  readonly sentence: Sentence;
  readonly isRight: boolean;
  /** In milliseconds; `worked` is the processor's time, which other work on the machine does not lengthen as much. */
  readonly took: number;
  readonly worked: number;
}

/** What is promised. */
const goals = { share: 0.95, cold: 1000, warm: 200 };

/**
 * Prints how many sentences as PMs type them “Find Words” finds in its first three hits, by kind and by product, and how long the first answer
 * takes with nothing read yet (cold) and with all read (warm). Arguments: names of products, `--list` for what is missed of the open part.
 */
async function findWords(args: readonly string[]): Promise<void> {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const answers: Answer[] = [];
  for (const product of readProducts(join('bench', 'find-words', 'corpus'))) {
    const { repository, commit, sentences } = product;
    if (names.length > 0 && !names.some((name) => repository.includes(name))) continue;
    const copy = findCopy(repository);
    if (copy === undefined) {
      print(`${repository} is not at hand: ${sentences.length} sentences skipped.`);
      continue;
    }
    const laid = layProduct(copy, commit);
    try {
      answers.push(...(await ask(product, laid, args.includes('--list'))));
    } finally {
      laid.remove();
    }
  }
  for (const part of ['open', 'aside'] as const) {
    const own = answers.filter(({ sentence }) => sentence.part === part);
    if (own.length === 0) continue;
    print(`\n${part === 'open' ? 'Open part' : 'Put aside'}: ${share(own)} in the first three (goal ${goals.share})`);
    // Of what is put aside nothing but its figure is to be known.
    if (part === 'aside') continue;
    for (const kind of kinds) print(row(kind, own, ({ sentence }) => sentence.kind === kind));
    for (const name of new Set(own.map(({ repository }) => repository)))
      print(row(name, own, ({ repository }) => repository === name));
  }
  print(`\nWarm: ${times(answers.map(({ took }) => took))} (goal ${ms(goals.warm)})`);
  print(`Processor time of it: ${times(answers.map(({ worked }) => worked))}`);
}

function times(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const [middle, slow, slowest] = [0.5, 0.95, 1].map((place) => sorted[Math.ceil(place * sorted.length) - 1] ?? NaN);
  return `${ms(middle)} in the middle, ${ms(slow)} of 95 %, ${ms(slowest)} at most`;
}

async function ask(
  { repository, sentences }: Product,
  { root, paths }: LaidProduct,
  isListed: boolean,
): Promise<readonly Answer[]> {
  const [probe] = sentences.filter(({ kind, part }) => kind === 'written' && part === 'open') as [Sentence];
  const index = createWordIndex();
  const [begun, idle] = [performance.now(), process.cpuUsage()];
  let first: { readonly took: number; readonly worked: number } | undefined;
  let shown = begun;
  const look = (): void => {
    if (first === undefined && isFound(probe, search(index, probe.typed)))
      first = { took: performance.now() - begun, worked: processorTime(idle) };
    shown = performance.now();
  };
  const { files } = await fillIndex(index, openDisk(root), paths, {
    isFlagFile: () => false,
    shouldContinue: () => true,
    yieldToOthers: () => new Promise((resolve) => setImmediate(resolve)),
    // As often as the editor does.
    onProgress: () => {
      if (performance.now() - shown > 500) look();
    },
  });
  look();
  const all = performance.now() - begun;
  print(
    `${repository}: ${files} files, cold ${first === undefined ? 'not found' : `${ms(first.took)}, of which the processor worked ${ms(first.worked)}`} (goal ${ms(goals.cold)}), all read ${ms(all)}`,
  );
  return sentences.map((sentence) => {
    const [start, busy] = [performance.now(), process.cpuUsage()];
    const found = search(index, sentence.typed);
    const took = performance.now() - start;
    const worked = processorTime(busy);
    const isRight = isFound(sentence, found);
    if (isListed && !isRight && sentence.part === 'open') list(sentence, found);
    return { repository, sentence, isRight, took, worked };
  });
}

function search(index: WordIndex, typed: string): readonly Found[] {
  // Nobody's files come before others': the hardest case.
  return index.search(typed, 100, () => 'editable').matches.map(({ text, quality }) => ({ ...text, quality }));
}

type Found = Parameters<typeof isFound>[1][number] & { readonly quality: string };

function list({ typed, kind, expect }: Sentence, found: readonly Found[]): void {
  print(`  missed (${kind}) “${typed}”: ${expect[0]?.path ?? ''} ${expect[0]?.key ?? ''}`);
  for (const { quality, path, at, key, text } of found.slice(0, 3))
    print(`      ${quality} ${path}:${at.line} ${key ?? ''} “${text.slice(0, 90)}”`);
}

function row(name: string, answers: readonly Answer[], isOwn: (answer: Answer) => boolean): string {
  return `  ${name.padEnd(40)} ${share(answers.filter(isOwn))}`;
}

function share(answers: readonly Answer[]): string {
  const right = answers.filter(({ isRight }) => isRight).length;
  const [low, high] = wilsonInterval(right, answers.length);
  const value = answers.length === 0 ? '–' : (right / answers.length).toFixed(3);
  return `${value} (${right} of ${answers.length}, ${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function ms(time = NaN): string {
  return `${Math.round(time)} ms`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

void findWords(process.argv.slice(2));
