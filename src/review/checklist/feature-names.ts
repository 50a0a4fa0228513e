/**
 * The names in a feature folder's path, in one spelling, without those that say the kind of code: `app/views/handovers` and
 * `app/controllers/handover` have the same.
 */
export function featureNames(folder: string): readonly string[] {
  return folder
    .split('/')
    .filter((each) => !kinds.test(each))
    .map((each) => each.toLowerCase().replace(/[^\p{L}\p{N}]|s$/gu, ''));
}

const kinds =
  /^(?:src|apps?|libs?|api|web|packages?|features?|modules?|components?|containers?|pages?|views?|screens?|controllers?|models?|services?|helpers?|hooks?|templates?|routes?|tests?)$/i;
