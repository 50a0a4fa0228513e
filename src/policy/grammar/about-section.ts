/**
 * Whether a sentence only says what the section holds and how it is laid out: "Which files depends on the kind.", "PMs work on these by
 * area.", "You may edit the files in the first list by yourselves." It is made of words that can restrict nothing together: no number, time,
 * negation, owner, part, "only" or person but the PM, and nothing that is demanded.
 */
export function isAboutSection(words: string): boolean {
  if (words.length > longest) return false;
  const rest = words.replace(fixed, ' ');
  if (subset.test(rest)) return false;
  const all = rest.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
  return (
    !/[^\p{L}\p{N}\s.,;:()'"-]/u.test(words) &&
    all.every((word) => known.has(word)) &&
    all.some((word) => ofLayout.has(word))
  );
}

/** Signs of a sentence on what stands where; of a longer one somebody is asked. */
const longest = 600;

const fixed =
  /(?<![\p{L}])(?:on (?:their|your) own|by (?:themselves|yourselves|yourself)|the first list|(?:an?|the|our|every|all) (?:pms?|product managers?)|under ["']pms can touch["']|(?:comes?|come) first|and open an? (?:pull request|pr)|how much care (?:it|they) takes?|one row per)(?![\p{L}])/gu;

/** "The first file", "a file per area", "grouped by PM": some of what is listed, and not the rest. */
const subset =
  /(?<![\p{L}])(?:first|(?:by|per) (?:pm|product manager)(?![\p{L}])|an? |(?:may|can|allowed) .*per (?!kind))/u;

const ofLayout = new Set(
  `section table list lists row rows column columns file files path paths folder folders place places kind kinds area areas chapter rules
   globs these following module modules things sorted grouped listed enumerated`.split(/\s+/u),
);
const known = new Set(
  `${[...ofLayout].join(' ')} zone repository repo overview legend which what where how the this that those each every all per by for of in on to
   and is are it they you we here below says lists tells governs shows describes names defines depends depend written sorted grouped listed
   enumerated everything sort may can allowed touch change edit modify do work be modified changed touched edited alone solo pm pms product
   manager managers first comes per also now`.split(/\s+/u),
);
