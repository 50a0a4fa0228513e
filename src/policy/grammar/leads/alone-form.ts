/** Whoever of engineering, as a regular expression. */
export const someone = '(?:an? )?(?:engineers?|engineering|developers?)';

/** That PMs need nobody else, as a regular expression: "on their own", "whenever they like", "without an engineer". It limits nothing. */
export const aloneForm = String.raw`(?:on (?:their|your|its) own|(?:by )?(?:themselves|themself|themselve|yourself)|alone|solo|independently|directly|freely|free|(?:at )?any ?time|whenever (?:they|you) (?:like|want)|without (?:us|${someone}|waiting(?: for (?:us|${someone}))?|pairing|pairing with ${someone}|(?:to ask|asking)(?: ${someone}| us| anyone| anybody)?|help|(?:a |any |prior |further )*(?:review|approval|permission|sign-?off)(?: (?:by|from|of) (?:${someone}|us))?)|unaided)`;
