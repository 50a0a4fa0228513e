const entity =
  /&(?:nbsp|amp|quot|apos|[lr][sd]quo|[nm]dash|hellip|copy|reg|trade|middot|bull|times|euro|pound|#39|#x27|#8217|#8211|#8212);/g;
const word =
  /^[[("'“”‘’*_]{0,3}(?:\$(?=\p{N}))?[\p{L}\p{M}\p{N}£€¥][\p{L}\p{M}\p{N}£€¥.,!?'’‘"“”%–—…&;:()-]*[\])*_]{0,3}[.,!?;:…]{0,3}$/u;
const sign = /^[-–—…&.,!?:;]$/;
/** A letter of Europe that is written out. */
const letter = /&[A-Za-z]{1,2}(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|lig);/g;
/** Calls, members of objects and addresses; other signs that are written out, and those that are not seen. */
const odd = /\p{DI}|&[A-Za-z\d]+;|[(][)]|[\p{L}\p{N}][:(]\p{L}|\p{L}\.\p{L}/u;

/** Is it a word of a sentence, with the signs around it? Nothing that a reader of code, a router or a template gives a meaning, and no sign that is not seen. */
export function isWord(token: string): boolean {
  const written = token.replaceAll(entity, "a'").replaceAll(letter, 'a');
  return (word.test(written) && !odd.test(written)) || sign.test(token);
}

const attribute = /(\s)([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)/g;
const spoken = /^(?:alt|title|placeholder|aria-label)$/i;
/** Of an element that acts, these alone are for people for certain. */
const alwaysSpoken = /^(?:alt|aria-label)$/i;

/** A tag without the sentences that its attributes say to people; what is bound to an expression has another name. */
export function spokenAttributes(tag: string, acts: boolean): string {
  return tag.replaceAll(attribute, (all, blank: string, name: string, _is: string, value: string) => {
    if (!(acts ? alwaysSpoken : spoken).test(name) || !/^["']/.test(value)) return all;
    const words = value
      .slice(1, -1)
      .split(/[ \n\r\t]+/)
      .filter(Boolean);
    return words.length > 1 && words.every(isWord) ? `${blank}${name}="\0"` : all;
  });
}

/** Elements whose text is there to be read and for nothing else, even one word of it. */
export const saidAlone = /^(?:label|legend|caption|figcaption|summary|th|dt|button|h[1-6])$/;
