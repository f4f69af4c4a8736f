/** Whether an assignment holds, by its alias. */
export type Holds = (alias: string) => string;
export const TODAY: Holds = (alias) => `${alias}.valid_to IS NULL`;
export const heldAt =
  (parameter: string): Holds =>
  (alias) =>
    `${alias}.valid_from <= ${parameter}::timestamptz AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${parameter}::timestamptz)`;
