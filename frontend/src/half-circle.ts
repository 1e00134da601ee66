/** Where a seat stands, in the drawing's units. */
export interface Spot {
  x: number;
  y: number;
}

export interface Plan {
  members: Spot[];
  presiding: Spot[];
  radius: number;
  height: number;
}

const rowsFor = (seats: number) => (seats <= 9 ? 1 : seats <= 22 ? 2 : seats <= 48 ? 3 : seats <= 84 ? 4 : 5);

/**
 * Puts seats into rows of a half circle that are equally full, numbered from left to right across the rows, so that
 * neighbours by number sit together; those who preside sit in a line at its centre.
 */
export function arrange(seats: number, presiding: number, width: number): Plan {
  const rows = rowsFor(seats);
  const centre = width / 2;
  const outer = centre * 0.93;
  const inner = outer * (rows === 1 ? 1 : rows === 2 ? 0.68 : rows === 3 ? 0.54 : 0.44);
  const radii = Array.from({ length: rows }, (_, row) => (rows === 1 ? outer : inner + ((outer - inner) * row) / (rows - 1)));
  const whole = radii.reduce((sum, radius) => sum + radius, 0);
  const counts = radii.map((radius) => Math.max(1, Math.round((seats * radius) / whole)));
  counts[rows - 1] += seats - counts.reduce((sum, count) => sum + count, 0);

  const between = rows === 1 ? outer : (outer - inner) / (rows - 1);
  const along = Math.min(...radii.map((radius, row) => (counts[row] > 1 ? (Math.PI * radius) / (counts[row] - 1) : outer)));
  const radius = Math.min(between, along, width / 14) * 0.46;
  // nobody sits in the half circle as long as nobody belongs to a group
  const height = seats === 0 ? 3 * radius : outer + 2.6 * radius + width * 0.035;
  const floor = height - radius * 1.5;

  const members = radii
    .flatMap((distance, row) =>
      Array.from({ length: counts[row] }, (_, at) => ({
        row,
        angle: counts[row] > 1 ? Math.PI - (Math.PI * at) / (counts[row] - 1) : Math.PI / 2,
        distance,
      })),
    )
    .sort((a, b) => b.angle - a.angle || b.row - a.row)
    .map(({ angle, distance }) => ({ x: centre + distance * Math.cos(angle), y: floor - distance * Math.sin(angle) }));

  const front = Array.from({ length: presiding }, (_, at) => ({
    x: centre + (at - (presiding - 1) / 2) * radius * 2.6,
    y: floor,
  }));
  return { members: members.slice(0, seats), presiding: front, radius, height };
}
