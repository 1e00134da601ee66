import { Calls } from '../ballot/calls';
import type { BallotVerdict, CheckId, Given, Report } from './verification';
import type { Told } from './verify-worker';

/** Fewer ballots than these are not worth a worker. */
const SHARE = 8;
const MOST_WORKERS = 8;

/**
 * Verifies in workers, on all cores.
 *
 * @param address of verify-worker.js
 * @param progress which check is under way, and how many ballots of all are done
 */
export async function verifyInWorkers(
  address: string,
  bytes: Uint8Array,
  given: Given,
  progress: (check: CheckId, done: number, all: number) => void,
  signal?: AbortSignal,
): Promise<Report> {
  const workers: Calls[] = [];
  const started = (): Calls => {
    const calls = new Calls(new Worker(address, { type: 'module' }));
    workers.push(calls);
    return calls;
  };
  const stop = (): void => workers.forEach((it) => it.end());
  signal?.addEventListener('abort', stop);
  try {
    const first = started();
    let failed: (fault: unknown) => void = () => {};
    const fault = new Promise<never>((_, fail) => (failed = fail));
    const report = first.call<Report>('verify', { bytes, given }, (told: Told) => {
      if ('check' in told) {
        progress(told.check, told.done, told.all);
      } else {
        shareOut(told.election, told.ballots).then((verdicts) => first.say({ verdicts }), failed);
      }
    });
    return await Promise.race([report, fault]);
  } finally {
    stop();
  }

  async function shareOut(election: string, ballots: string[]): Promise<BallotVerdict[]> {
    const count = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS, Math.ceil(ballots.length / SHARE)));
    const size = Math.ceil(ballots.length / count);
    const done = new Array<number>(count).fill(0);
    const parts = Array.from({ length: count }, (_, i) => ballots.slice(i * size, (i + 1) * size));
    const verdicts = await Promise.all(
      parts.map((part, i) =>
        started().call<BallotVerdict[]>('ballots', { election, ballots: part, all: part.length }, (checked: number) => {
          done[i] = checked;
          progress('BALLOT_FORM', done.reduce((sum, it) => sum + it, 0), ballots.length);
        }),
      ),
    );
    return verdicts.flat();
  }
}
