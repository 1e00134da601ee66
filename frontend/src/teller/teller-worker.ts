import { answerCalls } from '../ballot/calls';
import { codeOf, decryptTally, isOurs, secondRound, startCeremony, thirdRound } from './key-work';

answerCalls({
  start: ([group, place]: Parameters<typeof startCeremony>) => startCeremony(group, place),
  code: (first: string[]) => codeOf(first),
  second: (it: Parameters<typeof secondRound>) => secondRound(...it),
  third: (it: Parameters<typeof thirdRound>) => thirdRound(...it),
  isOurs: (it: Parameters<typeof isOurs>) => isOurs(...it),
  decrypt: (it: Parameters<typeof decryptTally>) => decryptTally(...it),
});
