/** Does a file talk to machines, by its path: to a language model, a database, a crawler? Their sentences are no words for people. */
export function isForMachines(path: string): boolean {
  return toMachines.test(path) || calledForMachines.test(path);
}

/** A program that talks to machines, whose sentences they read. */
const toMachines =
  /\.(?:sh|sql)$|(?:^|[/_.-])(?:ai|personas?|prompts?|llms?|agents?|migrations?|seeds?|robots|security|ads|humans)(?:[/_.-]|$)|\.(?:xml|ya?ml|json|conf|txt|js|css|atom|rss|kml|svg|ics|csv|java|kt|cs)\.\w+$|\.(?:scala|vb)$/i;
/** The same by the end of its name, a test by another one, and a block of WordPress, which is stored as it is drawn. */
const calledForMachines =
  /(?:Prompt|Persona|Agent|Instruction)s?\.\w+$|(?:^|\/)(?:ai|llm)[A-Z]|[._-](?:tests?|specs?)\.\w+$|(?:^|\/)(?:save|deprecated)\.[jt]sx?$/;
