import { classifyFile, type FileKind } from '../../change/classify-file.js';
import { isLocale } from '../../text/is-locale.js';
import { joinWords } from '../../text/join-words.js';

export interface NamedFiles {
  readonly words: string;
  /** Each file is named, so that no list of them has to follow. */
  readonly isWhole: boolean;
}

/** How files are named in so many characters, as tellingly as fits: by name, by what tells them apart, by what they are, and in the end by how many. */
export function nameFiles(paths: readonly string[], longest: number): NamedFiles {
  const named = nameEach(paths);
  const kinds = nameKinds(paths);
  const fits = (words: string | undefined): words is string => words !== undefined && words.length <= longest;
  if (fits(named)) return { words: named, isWhole: true };
  return { words: paths.length > 1 && fits(kinds) ? kinds : countIn(paths), isWhole: false };
}

/** All of them by name, where they have no more than two or differ in one folder alone; their one plan as that. */
function nameEach(paths: readonly string[]): string | undefined {
  const [one, other, ...more] = paths.map((path) => path.split('/'));
  if (one === undefined) return 'nothing';
  const name = one.at(-1) as string;
  if (other === undefined) return classifyFile(name) === 'planning' ? 'the plan' : name;
  if (more.length === 0 && name !== other.at(-1)) return `${name} and ${other.at(-1) as string}`;
  const parted = [...new Set([other, ...more].flatMap((each) => differencesOf(one, each)))];
  const [at] = parted;
  if (at === undefined || at < 0 || parted.length > 1 || at === one.length - 1) return undefined;
  return `${name} in ${joinWords([one, other, ...more].map((each) => each[at] as string))}`;
}

/** The places in which two paths differ; -1 where they are not of one depth. */
function differencesOf(one: readonly string[], other: readonly string[]): readonly number[] {
  return one.length === other.length ? one.flatMap((part, at) => (part === other[at] ? [] : [at])) : [-1];
}

const plurals: Readonly<Partial<Record<FileKind, string>>> = {
  copy: 'texts',
  flags: 'flags',
  prompts: 'prompts',
  events: 'events',
  components: 'components',
  docs: 'docs',
  planning: 'the plan',
};

/** What they are, each kind once, and how many are none of these; `undefined` where that says of none what it is. */
function nameKinds(paths: readonly string[]): string | undefined {
  const kinds = paths.map((path) => plurals[classifyFile(path)]);
  const known = [...new Set(kinds)].flatMap((words) => words ?? []);
  if (known.length === 0) return undefined;
  const languages = new Set(
    paths.filter((path) => classifyFile(path) === 'copy').flatMap((path) => path.split(/[/.]/).find(isLocale) ?? []),
  ).size;
  const said = known.map((words) => (words === 'texts' && languages > 1 ? `texts in ${languages} languages` : words));
  const others = kinds.filter((words) => words === undefined).length;
  return joinWords([...said, ...(others === 0 ? [] : [`${others} other ${others === 1 ? 'file' : 'files'}`])]);
}

/** How many, and in which folder if they lie in one. */
function countIn(paths: readonly string[]): string {
  const [one = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const away = one.findIndex((part, at) => others.some((each) => each[at] !== part));
  const folder = (away === -1 ? one : one.slice(0, away)).at(-1);
  const count = `${paths.length} ${paths.length === 1 ? 'file' : 'files'}`;
  return folder === undefined || paths.length === 1 ? count : `${count} in ${folder}`;
}
