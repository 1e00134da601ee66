// Measures what the booth and the verifier compute, without a browser: node ballot-bench.mjs [runs]
import { build } from 'esbuild';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const runs = Number(process.argv[2] ?? 20);
const outfile = resolve('../target/ballot-bench.mjs');
await build({
  stdin: {
    contents: `
      export * from './ballot/sample-election';
      export { checkBallot, readBallot } from './ballot/ballot';
      export { Workshop } from './ballot/election';
      export { hexHash } from './ballot/sha256';`,
    resolveDir: 'src',
    loader: 'ts',
  },
  outfile,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: ['es2022'],
  logLevel: 'warning',
});
const { cast, checkBallot, hexHash, opened, readBallot, tellers, THREE_OF_FIVE, Workshop, YES_NO_ABSTENTION } = await import(
  pathToFileURL(outfile)
);

function measure(name, work, times = runs) {
  work();
  const taken = Array.from({ length: times }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))].toFixed(1);
  console.log(`${name.padEnd(48)} median ${at(0.5).padStart(7)} ms   95 % ${at(0.95).padStart(7)} ms`);
}

const { trustees } = await tellers(3, 2);
const ten = { ...THREE_OF_FIVE, answers: Array.from({ length: 10 }, (_, i) => `Name ${i + 1}`) };
const election = (uuid, question) => opened(uuid, trustees, [question], 1);
const vote = election('MessungMessung1', YES_NO_ABSTENTION);
const list = election('MessungMessung2', ten);
console.log(`node ${process.version}, ${runs} runs`);
measure('prepare tables for one ballot (width 5)', () => new Workshop(vote.workshop.election, 5));
measure('prepare tables for many ballots (width 8)', () => new Workshop(vote.workshop.election, 8), 5);
measure('make a ballot: yes, no, abstention', () => cast(vote, 0, [1]));
measure('make a ballot: 3 of 10 with blank', () => cast(list, 0, [0, 4, 9]));
for (const [name, sample, choice] of [['yes, no, abstention', vote, [1]], ['3 of 10 with blank', list, [0, 4, 9]]]) {
  const workshop = new Workshop(sample.workshop.election, 8);
  const ballot = cast(sample, 0, choice);
  measure(`check a ballot: ${name} (${ballot.length} bytes)`, () => {
    if (checkBallot(workshop, readBallot(workshop, ballot)) !== null) throw new Error('a ballot that does not hold');
  });
}
const megabyte = 'a'.repeat(1 << 20);
measure('SHA-256 of a megabyte', () => hexHash(megabyte), 5);
