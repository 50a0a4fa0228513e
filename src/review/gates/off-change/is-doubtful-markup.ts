import type { Choice } from '../gated-regions.js';

/** May more of a template than a question's own part be different while the flag is off, or may what looks like a question be words? What is left of it then proves nothing. */
export function isDoubtfulMarkup(path: string, text: string, choice: Choice): boolean {
  return hasEffect(text, choice) || assignsWhatIsUsed(text, choice) || isOddOf(path, text, choice);
}

function isOddOf(path: string, text: string, choice: Choice): boolean {
  const [from, to] = choice.whole;
  if (/\.erb$/i.test(path)) return isBusyTag(text.slice(from, to));
  if (/\.blade\.php$/i.test(path)) return /@verbatim\b|@elsefeature\s*\(|<\?php/.test(text);
  // A component of Svelte shows its own words only where it is given nothing at all.
  if (/\.svelte$/i.test(path))
    return /<[A-Z][^<>]*(?<!\/)>\s*$/.test(text.slice(0, from)) && /^\s*<\//.test(text.slice(to));
  return /\.vue$/i.test(path) ? isOddElement(text, choice) : isNoCode(text, choice);
}

/** What is asked before the flag is asked for everyone: it may do something. */
function hasEffect(text: string, { whole: [from, to], whileOn = [], whileOff }: Choice): boolean {
  let question = '';
  let at = from;
  for (const [start, end] of [...whileOn, ...whileOff].toSorted((one, other) => one[0] - other[0])) {
    question += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  question += text.slice(at, to);
  if (question.length > longestQuestion) return true;
  const parts = question.split(/&&|\band\b/);
  return parts.slice(0, -1).some((part) => writes.test(part) || calls.test(part));
}

/** What is longer is not looked through, in UTF-16 units. */
const longestQuestion = 2000;

const writes =
  /\w!(?!=)|:=|[^=!<>]=(?![=~>])|\.(?:save|clear|touch|(?:destroy|delete|update|create|increment|push|pop|shift)\w*)\b/;
/** A call of which its name does not say that it only answers. */
const calls =
  /(?<![\w?])(?!(?:if|unless|not|await)\b)(?!(?:\w+\.)*(?:is|has|can|may|should|enabled|active|feature|flag))[a-z]\w*\(/i;

const assigned = /(?:<%-?|^[ \t]*-)\s*([a-z_]\w{0,100})\s*(?:\|\||&&|[-+*/])?=(?![=~>])/gm;

/** A name that is assigned anywhere above is a local one in Ruby, and no longer a method's. */
function assignsWhatIsUsed(text: string, { whole: [from, to] }: Choice): boolean {
  const names = [...text.slice(from, to).matchAll(assigned)].map(([, name]) => name);
  if (names.length === 0) return false;
  const rest = new Set<string | undefined>(text.slice(to).match(/\w+/g));
  return names.some((name) => rest.has(name));
}

/** One tag of ERB with more than a statement: `<% a; b if flag %>`. */
function isBusyTag(cut: string): boolean {
  if (!/^<%(?:(?!%>)[^])*%>$/.test(cut.trim())) return false;
  const code = cut.replaceAll(/"[^"\n]*"|'[^'\n]*'/g, '0').replaceAll(/,\s*\n/g, ',');
  return /[;\n]|#(?!\{)/.test(code.trim());
}

/** Words of a filter, a comment, or a line that only begins like code. */
function isNoCode(text: string, { whole: [from, to] }: Choice): boolean {
  const [line = ''] = text
    .slice(from, to)
    .split('\n')
    .filter((each) => each.trim() !== '');
  const written = line.trim();
  if (!/^(?:-(?!#)|==?|[&!]=|~)/.test(written) || /;|\s#(?!\{)/.test(written.replaceAll(/"[^"]*"|'[^']*'/g, '0')))
    return true;
  let depth = line.length - line.trimStart().length;
  for (const above of text.slice(0, from).split('\n').toReversed()) {
    const own = above.length - above.trimStart().length;
    if (above.trim() === '' || own >= depth) continue;
    if (/^(?::\w|[|'/]|-#|\w+:\s*$)/.test(above.trim())) return true;
    depth = own;
  }
  return false;
}

/** An element of Vue that is drawn as it stands, or whose question belongs to another one. */
function isOddElement(text: string, choice: Choice): boolean {
  const { whole, whileOn = [], whileOff } = choice;
  const [from, to] = whole;
  // Under these an element is drawn as it is written, or it matters whether another one stands beside it.
  if (/\sv-pre\b|<(?:transition|keep-?alive|textarea)[\s>]/i.test(text)) return true;
  const [[, end] = [from, from]] = [...whileOn, ...whileOff];
  const lead = text.slice(from, end).replaceAll(/"[^"]*"|'[^']*'/g, '');
  const tag = text.slice(from, text.indexOf('>', from));
  if (/["']/.test(lead) || tag.length > longestQuestion || (/\sv-if\b/.test(tag) && /\sv-else\b/.test(tag)))
    return true;
  const next = /^(?:\s|<!--(?:(?!-->)[^])*-->)*<[\w-]+([^>]*)/.exec(text.slice(to))?.[1] ?? '';
  if (/\sv-else(?:-if)?\b/.test(next)) return /\sv-else-if\b/.test(next);
  return /^<template\b[^>]*\s(?:#default|v-slot(?=[\s>=]))/.test(text.slice(from, to));
}
