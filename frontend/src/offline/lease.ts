/** How long what was taken along may be kept without contact with the server. All moments are of this device's clock. */
export interface Lease {
  /** Last contact. */
  contact: number;
  /** The latest moment that was ever seen: behind it the clock was set back. */
  latest: number;
  milliseconds: number;
}

export type LeaseState = 'HOLDS' | 'ENDED' | 'CLOCK_SET_BACK';

/** Clocks are corrected by a little all the time. */
const TOLERANCE = 5 * 60_000;

export function leaseState(lease: Lease, now: number): LeaseState {
  if (now - lease.contact > lease.milliseconds) {
    return 'ENDED';
  }
  return now < lease.latest - TOLERANCE ? 'CLOCK_SET_BACK' : 'HOLDS';
}

/** After a contact: whatever the clock showed before counts no more. */
export function renewed(now: number, milliseconds: number): Lease {
  return { contact: now, latest: now, milliseconds };
}

export function seen(lease: Lease, now: number): Lease {
  return now > lease.latest ? { ...lease, latest: now } : lease;
}
