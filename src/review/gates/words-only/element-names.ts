/** What an element, or a component, of such a name does with its text nobody can tell. */
export const acts =
  /script|style|redirect|route|link$|feature|flag|gate|markdown|html|code|icon|message|trans|text$|^t$|option|query|event|track|command/i;

/** Elements whose text is there to be read and for nothing else, even one word of it. */
export const saidAlone = /^(?:label|legend|caption|figcaption|summary|th|dt|button|h[1-6])$/;
