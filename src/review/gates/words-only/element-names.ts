const elsewhere =
  'script|style|redirect|route|feature|flag|gate|markdown|html|code|trans|^t$|option|query|event|track|command';
/** What a component of such a name does with its text is most likely nothing that people read. */
export const actsElsewhere = new RegExp(elsewhere, 'i');
/** Of these a text may say who sees something, or what is reckoned. */
const decides =
  'permission|access|guard|role|polic[iy]|allow|toggle|experiment|variant|segment|formula|math|(?:show|hide)(?:for|if|when)|^(?:\\w+-)?(?:can|if|when|unless|case)$';
/** What an element, or a component, of such a name does with its text nobody can tell. */
export const acts = new RegExp(`${elsewhere}|${decides}|link$|icon|message|text$`, 'i');

/** Elements whose text is there to be read and for nothing else, even one word of it. */
export const saidAlone = /^(?:label|legend|caption|figcaption|summary|th|dt|button|h[1-6])$/;
