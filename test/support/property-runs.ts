/** Cases that a property of the flags is tried with. */
export const PROPERTY_RUNS = 10_000;

/** The same for a property that assesses whole portfolios: in full with `FAULTS=full`. */
export const PORTFOLIO_RUNS = process.env['FAULTS'] === 'full' ? PROPERTY_RUNS : 1_000;
