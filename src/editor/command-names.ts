// Commands that more files name than their own, apart from it: naming one loads none of what it does.

/** Takes the id of a check. */
export const explainCheckCommand = 'pmZone.explainCheck';

/** Takes files as `Uri`s, as the Explorer gives them, or one list of addresses. */
export const requestToPairCommand = 'pmZone.requestToPair';
