/** Whether words, in lower case, close and name nothing: "locked", "what PMs cannot touch". */
export function isPlainRefusal(words: string): boolean {
  return plainRefusal.test(words.replace(/[\s.!:]+$/u, ''));
}

const plainRefusal =
  /^(?:what |which files |files |paths )?(?:(?:the )?(?:pms?|product managers?) (?:cannot|can't|can not|may not|must not|should not|never|don't|do not) (?:touch|edit|change|modify)(?: (?:this|it|these|that|here|anything here))?|(?:this|it|all of (?:this|it)) is (?:locked|off[ -]limits|forbidden|read[ -]only|closed|out of bounds)|(?:not|never|no|locked|forbidden|off[ -]limits|read[ -]only|hands off|no[ -]go(?: zone| area)?|out of bounds|(?:engineers|engineering) only|(?:do not|don't) (?:touch|edit|change)|keep out|stay out|not (?:allowed|for pms|editable))(?: files| paths| for pms)?)$/u;
