const elsewhere =
  'script|style|redirect|route|feature|flag|gate|markdown|html|code|trans|^t$|option|query|event|track|command';
/** What a component of such a name does with its text is most likely nothing that people read. */
export const actsElsewhere = new RegExp(elsewhere, 'i');
/** What an element, or a component, of such a name does with its text nobody can tell. */
export const acts = new RegExp(`${elsewhere}|link$|icon|message|text$`, 'i');

/** Elements whose text is there to be read and for nothing else, even one word of it. */
export const saidAlone = /^(?:label|legend|caption|figcaption|summary|th|dt|button|h[1-6])$/;
