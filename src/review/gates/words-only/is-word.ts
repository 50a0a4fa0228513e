const entity =
  /&(?:nbsp|amp|quot|apos|[lr][sd]quo|[nm]dash|hellip|copy|reg|trade|middot|bull|times|euro|pound|#39|#x27|#8217|#8211|#8212);/g;
const word =
  /^[[("'“”‘’*_]{0,3}(?:\$(?=\p{N}))?[\p{L}\p{M}\p{N}£€¥][\p{L}\p{M}\p{N}£€¥.,!?'’‘"“”%–—…&;:()-]*[\])*_]{0,3}[.,!?;:…]{0,3}$/u;
const sign = /^[-–—…&.,!?:;]$/;
/** Calls, members of objects and addresses. */
const odd = /[(][)]|[\p{L}\p{N}][:(]\p{L}|\p{L}\.\p{L}/u;

/** Is it a word of a sentence, with the signs around it? Nothing that a reader of code, a router or a template gives a meaning, and no sign that is not seen. */
export function isWord(token: string): boolean {
  const written = token.replaceAll(entity, "a'");
  return (word.test(written) && !odd.test(written)) || sign.test(token);
}

const spoken = /(\s(?:alt|title|placeholder|aria-label)=)("[^"]*"|'[^']*')/gi;

/** A tag without the sentences that its attributes say to people; what is bound to an expression has another name. */
export function spokenAttributes(tag: string): string {
  return tag.replaceAll(spoken, (all, name: string, quoted: string) => {
    const words = quoted
      .slice(1, -1)
      .split(/[ \n\r\t]+/)
      .filter(Boolean);
    return words.length > 1 && words.every(isWord) ? `${name}"\0"` : all;
  });
}
