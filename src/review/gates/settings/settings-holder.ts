/**
 * Does what a flag is taken from say which name the flag has there? What holds flags says so of every name; settings, and what the environment says, hold
 * much else, so that only a name that no other thing would have is the flag's (`config.NEW_HOME_ENABLED`, and not `config.search`). What the environment
 * says is a text, which is something whatever it says.
 */
export function senseOfHeld(holder: string, name: string): 'on' | 'value' | undefined {
  if (flagHolder.test(holder)) return /tests?$/i.test(holder) ? 'value' : 'on';
  if (!isDistinct(name)) return undefined;
  if (/env$|^environment$/i.test(holder)) return 'value';
  return settings.test(holder) ? 'on' : undefined;
}

/** What is called like this may hold flags by their keys; tests hold variants. */
export const flagHolder = /flag|feature|toggle|experiment|switches$|ab_?tests?$/i;
const settings = /(?:config(?:uration)?|settings?|options)$/i;

/** May what is called so hold a flag? */
export function isHolder(name: string): boolean {
  return flagHolder.test(name) || settings.test(name);
}

/** Two words or more, written as one name. */
export function isDistinct(name: string): boolean {
  return /[a-z\d][A-Z]|[A-Za-z\d]_[A-Za-z\d]/.test(name);
}
