/** How a speech, or anything else that has its time, stands with it. All in milliseconds; `allowed` is negative if the speech has no limit. */
export interface SpeechTime {
  elapsed: number;
  allowed: number;
  warning: number;
}

export type Standing = 'free' | 'enough' | 'near' | 'over';

export function standing({ elapsed, allowed, warning }: SpeechTime): Standing {
  if (allowed < 0) {
    return 'free';
  }
  const left = allowed - elapsed;
  return left <= 0 ? 'over' : left <= warning ? 'near' : 'enough';
}

/** What the clock shows: what is left, what it is over by, or how long the speech has been going on. */
export function seconds({ elapsed, allowed }: SpeechTime): number {
  if (allowed < 0) {
    return Math.floor(elapsed / 1000);
  }
  // what is left is 0 only once nothing is left
  return elapsed < allowed ? Math.ceil((allowed - elapsed) / 1000) : Math.floor((elapsed - allowed) / 1000);
}

/** Whole seconds that are left; 0 only once nothing is, and from then on. */
export function left({ elapsed, allowed }: SpeechTime): number {
  return Math.max(0, Math.ceil((allowed - elapsed) / 1000));
}

export function asText(all: number): string {
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
