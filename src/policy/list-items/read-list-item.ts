import { parseConditions, mergeConditions } from './parse-conditions.js';
import { createForbids, readForbidItem, type ListItemReading } from './read-forbid-item.js';
import { findForbiddenPaths } from './find-forbidden-paths.js';
import { findException, splitGlobs, withoutException } from './split-globs.js';
import { excludesPms, refusalSign, isPlainRefusal, type LeadEffect } from '../zone-section/parse-lead.js';
import type { Condition, ZoneRule } from '../policy.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { toExcerpt, firstTokenLine, toSourceText, type TextToken } from '../zone-section/tokenize.js';

/**
 * Reads one item of an allow or forbid list (design §3, "Lists" and "Conditions").
 *
 * An allow's globs are its leading run of inline code; a forbid also takes every other inline code that looks like a
 * path. Inline code after "except" and its like forbids, on either list, and so does an allow that only says no ("off
 * limits"). `leadConditions` go to every allow.
 * Nothing is dropped in silence: what cannot be used is a problem at its line, an error where it should have forbidden.
 */
export function readListItem(
  tokens: readonly TextToken[],
  effect: LeadEffect,
  leadConditions: readonly Condition[],
): ListItemReading {
  return effect === 'forbid' || (tokens[0]?.kind === 'text' && refusalSign.test(tokens[0].text))
    ? readForbidItem(tokens)
    : readAllow(tokens, leadConditions);
}

function readAllow(tokens: readonly TextToken[], leadConditions: readonly Condition[]): ListItemReading {
  const line = firstTokenLine(tokens);
  const text = toSourceText(tokens);
  const { globs, rest } = splitGlobs(tokens);
  if (globs.length > 0 && isPlainRefusal(rest)) return refused(globs, text);
  const at = findException(rest);
  const excepted = at === undefined ? [] : rest.slice(at).filter(({ kind }) => kind === 'code');
  // "Only engineers edit `a/**`" on a list of what PMs can touch.
  if (globs.length === 0 && excepted.length === 0 && excludesPms(tokens)) excepted.push(...findForbiddenPaths(tokens));
  const closing = createForbids(excepted, text);
  const words = at === undefined || excepted.length === 0 ? rest : withoutException(rest, at);
  const conditions = mergeConditions(leadConditions, parseConditions(toSourceText(words), line));
  const problems = [...closing.problems];
  const rules: ZoneRule[] = [];
  for (const glob of globs) {
    const { problem } = compileZoneGlob(glob.text, 'allow');
    if (glob.struck) {
      const message = `\`${toExcerpt(glob.text)}\` is struck through, so it opens nothing.`;
      problems.push({ severity: 'info', line: glob.line, message });
    } else if (problem !== undefined) {
      const message = `\`${toExcerpt(glob.text)}\` opens nothing: ${problem}.`;
      problems.push({ severity: 'warning', line: glob.line, message });
      // Whoever writes "!" here means to take something out again.
      const [excepted] = /(?<=^\s*!\s*)[^\s!].*$/u.exec(glob.text) ?? [];
      if (excepted !== undefined) rules.push(...createForbids([{ ...glob, text: excepted }], text).rules);
    } else {
      rules.push({ effect: 'allow', glob: glob.text, line: glob.line, text, conditions });
    }
  }
  if (globs.length === 0) {
    const message = `"${toExcerpt(text)}" opens nothing, since it does not begin with a path in backticks.`;
    problems.push({ severity: 'info', line, message });
  }
  return { rules: [...rules, ...closing.rules], problems };
}

/** "`a/**`: never" on a list of what PMs can touch. */
function refused(globs: readonly TextToken[], text: string): ListItemReading {
  const { rules, problems } = createForbids(globs, text);
  const message = `"${toExcerpt(text)}" stands among what PMs can touch and says no, so it is locked. Put it on a list of what PMs cannot touch.`;
  return { rules, problems: [...problems, { severity: 'warning', line: firstTokenLine(globs), message }] };
}
