import { matchGlobs } from '../policy/match-globs.js';
import { parseLabelledParts } from './document/labelled-parts.js';
import { scopeLabels } from './document/scope-labels.js';
import type { PlacedPlan } from './linked-plan.js';
import { findSection } from './plan-sections.js';

export interface BeyondScope {
  /** Changed files, other than the plan, that the plan's Scope does not name as being in it. */
  readonly paths: readonly string[];
  /** Does it name any file of the change? */
  readonly namesSome: boolean;
  /** Does it name any file, folder or glob at all? One in words alone names none. */
  readonly namesFiles: boolean;
}

/** Holds the files of a change against those that the plan's Scope names: by their paths, their names, a folder over them or a glob. */
export function findBeyondScope({ path: own, doc }: PlacedPlan, changed: readonly string[]): BeyondScope {
  const body = findSection(doc, 'scope')?.body ?? '';
  const parts = parseLabelledParts(body, scopeLabels);
  const names = readNames(parts.get('in') ?? '');
  const others = changed.filter((path) => path !== own);
  const [lengthIn, lengthOut] = [names, readNames(parts.get('out') ?? '')].map(longestName) as [
    LongestName,
    LongestName,
  ];
  const paths = others.filter((path) => lengthIn(path) === 0 || lengthOut(path) > lengthIn(path));
  return { paths, namesSome: paths.length < others.length, namesFiles: names.length > 0 };
}

/** The length of the longest of the names that a path is named by, 0 where none is: of a folder that is in and one below it that is out the longer counts. */
type LongestName = (path: string) => number;

function longestName(names: readonly string[]): LongestName {
  const globs = names
    .filter((name) => name.includes('*'))
    .map((name) => ({ name, matches: matchGlobs([name], 'allow').matches }));
  return (path) =>
    Math.max(
      0,
      ...globs.filter(({ matches }) => matches(path)).map(({ name }) => name.length),
      ...names.filter((name) => isNamedBy(path, name)).map((name) => name.length),
    );
}

/** What may be a file, a folder or a glob: words of a sentence have no slash or dot in them. Stars are those of a glob in code alone, and elsewhere bold words. */
function readNames(text: string): readonly string[] {
  const inCode = [...text.matchAll(/`([^`\n]{1,500})`/g)].map(([, code = '']) => code);
  const words = text.replaceAll('*', ' ').split(/[\s`"'“”<>,;()]+/);
  return [...inCode.filter((code) => code.includes('*')), ...words]
    .map((word) => word.replace(/^(?:\.\/|\/)+|[.:]+$/g, ''))
    .filter((word) => /[/.*]/.test(word) && /[^/.*]/.test(word))
    .map((word) => word.replace(/\/+$/, ''));
}

function isNamedBy(path: string, name: string): boolean {
  return `/${path}`.endsWith(`/${name}`) || `/${path}`.includes(`/${name}/`);
}
