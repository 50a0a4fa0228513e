/** The labels of a planning doc that decide something, in their order (design §5). */
export const planLabels = [
  'Status',
  'Product DRI',
  'Engineering DRI',
  'Design DRI',
  'Flag',
  'Feature folder',
  'Level',
] as const;
export type PlanLabel = (typeof planLabels)[number];
