import { findFlagCalls, isLikelyKey } from '../../flags/find-flag-calls.js';
import { isSetAside } from '../surfaces/set-aside.js';
import { readTexts, type SurveyedFiles } from '../surveyed-files.js';

/** A flag that code asks for. */
export interface AskedFlag {
  readonly key: string;
  readonly calls: number;
  /** One of the files that ask. */
  readonly path: string;
}

/** Which flags the code of a repository asks for, and by which calls; the most frequent first. */
export interface AskedFlags {
  readonly flags: readonly AskedFlag[];
  readonly by: readonly { readonly name: string; readonly calls: number }[];
  /** Programs that were not read, where there are too many; some of them may ask for more flags. */
  readonly unread: number;
}

/** More files than these are not read: those whose names speak of flags come first. */
const mostRead = 8000;

/** Looks for the calls that ask for flags, in programs and their templates alone; tests and what others wrote are left out. */
export async function findAskedFlags(files: SurveyedFiles): Promise<AskedFlags> {
  const programs = files.paths.filter((path) => program.test(path) && !test.test(path) && !isSetAside(path));
  const first = programs.filter((path) => keeper.test(path));
  const wanted = [...first, ...programs.filter((path) => !keeper.test(path))].slice(0, mostRead);
  const texts = new Map([...(await readTexts(files, wanted))].filter(([, text]) => mention.test(text)));
  const constants = new Map<string, string>();
  for (const [path, text] of texts)
    if (keeper.test(path) || namesFlags.test(text))
      for (const [, name = '', key = ''] of text.matchAll(constant)) if (!constants.has(name)) constants.set(name, key);
  const flags = new Map<string, { calls: number; readonly path: string }>();
  const by = new Map<string, number>();
  for (const [path, text] of texts)
    for (const { key: written, isConstant, by: name } of findFlagCalls(text)) {
      const key = isConstant ? constants.get(written.replace(/^.*\./u, '')) : written;
      if (key === undefined || !isLikelyKey(key)) continue;
      by.set(name, (by.get(name) ?? 0) + 1);
      const known = flags.get(key);
      if (known === undefined) flags.set(key, { calls: 1, path });
      else known.calls += 1;
    }
  return {
    flags: [...flags]
      .map(([key, { calls, path }]) => ({ key, calls, path }))
      .toSorted((one, other) => other.calls - one.calls),
    by: [...by].map(([name, calls]) => ({ name, calls })).toSorted((one, other) => other.calls - one.calls),
    unread: programs.length - wanted.length,
  };
}

const program =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|rb|erb|haml|slim|go|rs|java|kts?|swift|m|php|cs|cshtml|exs?|eex|heex|scala|dart|html?|twig|jinja2?|hbs)$/iu;
const test =
  /[._-](?:test|spec|stories|story|mock)s?\.\w+$|(?:^|\/)(?:test_[^/]+\.py|[^/]+_(?:test|spec)\.\w+)$|(?:Tests?|Spec)\.\w+$|\.d\.[cm]?ts$|\.min\.js$/u;
/** What no text about flags is without. */
const mention = /feature|flag|experiment|gate|variation|treatment|toggle|flipper|unleash|waffle|growth_?book|posthog/iu;
/** Modules that give flags names. */
const keeper = /(?:flag|feature|toggle|experiment)[^/]*(?:\/index)?\.\w+$/iu;
/** An object of keys: `const FeatureFlags = { newHome: 'newHome' }`. */
const namesFlags =
  /(?:flag|feature|toggle|experiment)\w{0,40}(?:\s*:[^={}\n]{1,80})?\s{0,4}=\s{0,4}(?:Object\.freeze\()?\{/iu;
const constant = /(?<![\w$])([A-Za-z_$][\w$]{2,80})(?:\s*:\s*\w+)?\s{0,4}[:=]\s{0,4}["'`]([\w.:/-]{3,80})["'`]/gu;
