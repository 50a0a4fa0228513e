/** Each setting of a PM zone as a line to begin with. */
export const settingLines: readonly string[] = [
  '**Controls:** regulated',
  '**Size limit:** 15 files, 400 lines',
  '**Pilot:** from 2027-01-11 to 2027-02-05',
  '**Engineers:** @org/engineering',
  '**Compliance sign-off:** @org/compliance',
  '**Incident contacts:** @org/on-call',
  '**Base branch:** main',
  '**Flag files:** `config/features.yaml`',
  '**Planning docs:** `docs/plans/*.md`',
  '**Production-critical:** `src/checkout/**`',
  '**Audit log:** `src/audit/**`',
  '**Protected data:** patient number',
  '**Design system:** `src/design-system`',
  '**Wave 2:** `src/cart/**`, after a compliance review',
  '**Labels:** `size:S` as `size/S`',
  '**Confirmation subject:** `docs: confirm the review items`',
];
