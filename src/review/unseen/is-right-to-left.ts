/** Is a locale, as a path has it, one that is written from right to left? */
export function isRightToLeft(locale: string | undefined): boolean {
  return locale !== undefined && written.test(locale);
}

const written = /^(?:ar|arc|ckb|dv|fa|ha[-_]arab|he|iw|ji|ks|ku[-_]arab|ps|sd|ug|ur|yi)(?![a-z])/i;
