import { conditionsIn, joinConditions } from './conditions.js';
import { forbidAll, readForbid } from './forbid-item.js';
import { forbiddenPaths } from './forbidden-paths.js';
import { exceptionIn, wordsBeside } from './item-exception.js';
import { splitGlobs } from './item-globs.js';
import type { ItemReading } from './item-reading.js';
import { keepsOut, noSign, saysOnlyNo, type Effect } from './lead.js';
import type { Condition, ZoneRule } from './policy.js';
import { compileZoneGlob } from './zone-glob.js';
import { excerptOf, firstLine, sourceOf, type Piece } from './zone-text.js';

/**
 * Reads one item of an allow or forbid list (design §3, "Lists" and "Conditions").
 *
 * An allow's globs are its leading run of inline code; a forbid also takes every other inline code that looks like a
 * path. Inline code after "except" and its like forbids, on either list, and so does an allow that only says no ("off
 * limits"). `leadConditions` go to every allow.
 * Nothing is dropped in silence: what cannot be used is a problem at its line, an error where it should have forbidden.
 */
export function readItem(tokens: readonly Piece[], effect: Effect, leadConditions: readonly Condition[]): ItemReading {
  return effect === 'forbid' || (tokens[0]?.kind === 'text' && noSign.test(tokens[0].text))
    ? readForbid(tokens)
    : readAllow(tokens, leadConditions);
}

function readAllow(tokens: readonly Piece[], leadConditions: readonly Condition[]): ItemReading {
  const line = firstLine(tokens);
  const text = sourceOf(tokens);
  const { globs, rest } = splitGlobs(tokens);
  if (globs.length > 0 && saysOnlyNo(rest)) return refused(globs, text);
  const at = exceptionIn(rest);
  const excepted = at === undefined ? [] : rest.slice(at).filter(({ kind }) => kind === 'code');
  // "Only engineers edit `a/**`" on a list of what PMs can touch.
  if (globs.length === 0 && excepted.length === 0 && keepsOut(tokens)) excepted.push(...forbiddenPaths(tokens));
  const closing = forbidAll(excepted, text);
  const words = at === undefined || excepted.length === 0 ? rest : wordsBeside(rest, at);
  const conditions = joinConditions(leadConditions, conditionsIn(sourceOf(words), line));
  const problems = [...closing.problems];
  const rules: ZoneRule[] = [];
  for (const glob of globs) {
    const { problem } = compileZoneGlob(glob.text, 'allow');
    if (glob.struck) {
      problems.push({
        severity: 'info',
        line: glob.line,
        message: `\`${excerptOf(glob.text)}\` is struck through, so it opens nothing.`,
      });
    } else if (problem !== undefined) {
      problems.push({
        severity: 'warning',
        line: glob.line,
        message: `\`${excerptOf(glob.text)}\` opens nothing: ${problem}.`,
      });
      // Whoever writes "!" here means to take something out again.
      const [excepted] = /(?<=^\s*!\s*)[^\s!].*$/u.exec(glob.text) ?? [];
      if (excepted !== undefined) rules.push(...forbidAll([{ ...glob, text: excepted }], text).rules);
    } else {
      rules.push({ effect: 'allow', glob: glob.text, line: glob.line, text, conditions });
    }
  }
  if (globs.length === 0) {
    problems.push({
      severity: 'info',
      line,
      message: `"${excerptOf(text)}" opens nothing, since it does not begin with a path in backticks.`,
    });
  }
  return { rules: [...rules, ...closing.rules], problems };
}

/** "`a/**`: never" on a list of what PMs can touch. */
function refused(globs: readonly Piece[], text: string): ItemReading {
  const { rules, problems } = forbidAll(globs, text);
  const message = `"${excerptOf(text)}" stands among what PMs can touch and says no, so it is locked. Put it on a list of what PMs cannot touch.`;
  return { rules, problems: [...problems, { severity: 'warning', line: firstLine(globs), message }] };
}
