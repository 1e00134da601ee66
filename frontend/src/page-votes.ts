import { sessionProof } from './session-proof';
import { newReceipt, VoteBox, type Surroundings } from './vote-queue';

function surroundings(voter: string): Surroundings {
  return {
    fetch: (address, request) => fetch(address, { ...request, signal: AbortSignal.timeout(8_000) }),
    proof: (anew) => sessionProof(voter, anew),
    storage: localStorage,
    receipt: () => newReceipt(),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  };
}

/** The votes of this page, whichever of its elements shows them. */
export const votes = new VoteBox(surroundings);

window.addEventListener('online', () => votes.deliver());
