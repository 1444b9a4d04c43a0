const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2025-05-08" → "8 May 2025"; a shorter date keeps what it has. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** The start of an ISO date's day, in UTC: the one date that files carry, so that every build gives the same bytes. */
export const fixedDate = (iso: string): Date => new Date(`${iso}${"-01-01".slice(iso.length - 4)}T00:00:00Z`);

/** The same for ZIP archives, which know no year before 1980. */
export const zipDate = (iso: string): Date => new Date(Math.max(fixedDate(iso).getTime(), Date.UTC(1980, 0, 1)));
