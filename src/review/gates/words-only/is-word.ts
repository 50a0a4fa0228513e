/** Signs that are written out, and are seen as what they are. */
export const plainEntities =
  'nbsp|amp|quot|apos|[lr][sd]quo|[nm]dash|hellip|copy|reg|trade|middot|bull|times|euro|pound';
const entity = new RegExp(`&(?:${plainEntities}|#39|#x27|#8217|#8211|#8212);`, 'g');
const word =
  /^[[("'“”‘’*_]{0,3}(?:\$(?=\p{N}))?[\p{L}\p{M}\p{N}£€¥][\p{L}\p{M}\p{N}£€¥.,!?'’‘"“”%–—…&;:()-]*[\])*_]{0,3}[.,!?;:…]{0,3}$/u;
/** How a channel is called (`#my-channel`); no statement of a template has a dash. */
const channel = /^#\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+[.,!?;:)]{0,2}$/u;
const sign = /^[-–—…&.,!?:;]$/;
/** A letter of Europe that is written out. */
const letter = /&[A-Za-z]{1,2}(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|lig);/g;
/** Calls, members of objects and addresses; other signs that are written out, and those that are not seen. */
const odd = /\p{DI}|&[A-Za-z\d]+;|[(][)]|[\p{L}\p{N}][:(]\p{L}|\p{L}\.\p{L}/u;

/** A name that is written like an address and is none. */
const name = /(?<![^\s("'“‘])GOV\.UK(?![.:/@\p{L}\p{N}-])/gu;

/** Is it a word of a sentence, with the signs around it? Nothing that a reader of code, a router or a template gives a meaning, and no sign that is not seen. */
export function isWord(token: string): boolean {
  const written = token.replaceAll(name, 'GOV').replaceAll(entity, "a'").replaceAll(letter, 'a');
  return (word.test(written) && !odd.test(written)) || sign.test(token) || channel.test(token);
}
