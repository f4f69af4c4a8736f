const DAY_MS = 86_400_000;

/** The moment that many working days (Monday to Friday, UTC) later; public holidays count as working days. */
export function afterWorkingDays(from: Date, days: number): Date {
  let moment = from.getTime();
  for (let left = days; left > 0;) {
    moment += DAY_MS;
    const weekday = new Date(moment).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(moment);
}

export const REVIEW_WORKING_DAYS = 5;

export const afterDays = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);
