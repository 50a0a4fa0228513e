/** What the beginning of a sentence says that names PMs with somebody else, or says of none of them that they may. */
export function readTurnedLead(words: string): 'forbid' | 'pair' | undefined {
  if (nobody.test(words)) return 'forbid';
  return accompanied.test(words) ? 'pair' : undefined;
}

const change =
  '(?:touch|edit|change|modify|update)(?:(?:,| and| or|/) ?(?:touch|edit|change|modify|update))*(?: (?:anything|files?) (?:in|under))?';
const product = '(?:in|from|of|on) (?:the )?product(?: team)?';

/** "No PM may edit `src/**`", "Nobody in product changes `src/**`" */
const nobody = new RegExp(
  `^(?:no (?:pms?|product managers?)|(?:nobody|no one|none|no-one) ${product}) (?:may|can|must|should|(?:is|are) allowed to) (?:ever )?${change}$`,
  'u',
);

/** "PMs, with an engineer, may edit `src/**`" */
const accompanied = new RegExp(
  `^(?:(?:a|the|our|all|any) )?(?:pms?|product managers?|(?:everyone|everybody|anyone) ${product}),? (?:only )?(?:together )?(?:with|and) (?:an?|one of the|one of our) (?:\\p{L}+ )?(?:engineers?|developers?),? (?:may|can|(?:is|are) allowed to) (?:also )?${change}$`,
  'u',
);
