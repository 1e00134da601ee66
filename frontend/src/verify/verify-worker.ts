import { answerCalls } from '../ballot/calls';
import { readElection } from '../ballot/election';
import { readCredentials } from '../ballot/credentials';
import { Workshop } from '../ballot/election';
import { readOpening, trackerOf, type OpenedBallot } from '../ballot/challenge';
import { Malformed } from '../ballot/group';
import { ballotVerdict, verify, workshopFor, type BallotVerdict, type CheckId, type Given } from './verification';

/** Said by the first worker while it verifies. */
export type Told =
  | { check: CheckId; done: number; all: number }
  /** The ballots are to be shared out; the verdicts come by the call `verdicts`. */
  | { election: string; ballots: string[] };

export interface ChallengeFound {
  tracker: string | null;
  opened: OpenedBallot | null;
}

let verdicts: ((found: BallotVerdict[]) => void) | null = null;

// The verdicts come while the first call is still under way, so past the queue of calls.
addEventListener('message', ({ data }: MessageEvent<{ verdicts?: BallotVerdict[] }>) => {
  if (data.verdicts !== undefined) {
    verdicts?.(data.verdicts);
  }
});

const TOLD_EVERY = 100;

answerCalls({
  /** Checks everything but the ballots by themselves, which the page shares out among workers. */
  verify: ({ bytes, given }: { bytes: Uint8Array; given: Given }, tell) =>
    verify(bytes, given, {
      progress: (check, done, all) => tell({ check, done, all } satisfies Told),
      ballots: (election, ballots) => {
        const answer = new Promise<BallotVerdict[]>((done) => (verdicts = done));
        tell({ election, ballots } satisfies Told);
        return answer;
      },
    }),

  /** Checks some of the ballots. */
  ballots: ({ election, ballots, all }: { election: string; ballots: string[]; all: number }, tell) => {
    const workshop = workshopFor(readElection(election), all);
    let told = performance.now();
    return ballots.map((it, i) => {
      const verdict = ballotVerdict(workshop, it);
      if (performance.now() - told > TOLD_EVERY) {
        told = performance.now();
        tell(i + 1);
      }
      return verdict;
    });
  },

  /** Makes an opened ballot again. */
  challenge: ({ election, credentials, opening }: { election: string; credentials: string; opening: string }): ChallengeFound => {
    try {
      const workshop = new Workshop(readElection(election), 5);
      const keys = [...readCredentials(workshop.group, credentials).values()].map((it) => it.key);
      const opened = readOpening(opening);
      return { opened, tracker: trackerOf(workshop, keys, opened) };
    } catch (fault) {
      if (fault instanceof Malformed) {
        return { opened: null, tracker: null };
      }
      throw fault;
    }
  },
});
