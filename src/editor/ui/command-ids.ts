// Ids of commands that other files name too, kept apart so that naming one loads nothing of its implementation.

/** Takes the id of a check. */
export const explainCheckCommand = 'pmZone.explainCheck';

/** Takes files as `Uri`s, as the Explorer gives them, or one list of addresses. */
export const requestToPairCommand = 'pmZone.requestToPair';
