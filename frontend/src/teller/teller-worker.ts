import { answerCalls } from '../ballot/calls';
import { allAnnounced, codeCompared, codeOf, decryptTally, isOurs, secondRound, startCeremony, summaryOf, thirdRound } from './key-work';

answerCalls({
  start: ([group, place]: Parameters<typeof startCeremony>) => startCeremony(group, place),
  heard: (it: Parameters<typeof allAnnounced>) => allAnnounced(...it),
  code: (it: Parameters<typeof codeOf>) => codeOf(...it),
  compared: (it: Parameters<typeof codeCompared>) => codeCompared(...it),
  second: (it: Parameters<typeof secondRound>) => secondRound(...it),
  third: (it: Parameters<typeof thirdRound>) => thirdRound(...it),
  isOurs: (it: Parameters<typeof isOurs>) => isOurs(...it),
  summary: (bytes: Uint8Array) => summaryOf(bytes),
  decrypt: (it: Parameters<typeof decryptTally>) => decryptTally(...it),
});
