/** Cases that each property of the flags is tried with. */
export const PROPERTY_RUNS = 10_000;
