import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { verify } from '../verify/verification';
import { createBallot, marks } from './ballot';
import { secretOf } from './credentials';
import { readElection, Workshop } from './election';
import { inFolder, tool, TOOL_IS_THERE } from './foreign-tool';
import { cast, counted, opened, tellers, THREE_OF_FIVE, wholeArchive, YES_NO_ABSTENTION } from './sample-election';
import { randomScalars } from './scalars';

const UUID = 'TestWah1TestWah1TestWa';

test('a whole election of five voters and two of three tellers is verified by belenios-tool', { skip: !TOOL_IS_THERE }, async () => {
  const { secrets, trustees } = await tellers(3, 2);
  const sample = opened(UUID, trustees, [YES_NO_ABSTENTION, THREE_OF_FIVE], 5);
  const ballots = [
    cast(sample, 0, [0], [0, 2]),
    cast(sample, 1, [0], 'blank'),
    cast(sample, 2, [1], [4]),
    cast(sample, 3, [2], [0, 1, 4]),
    cast(sample, 4, [0], [0]),
  ];

  const counting = counted(sample, secrets, ballots, [1, 3]);

  assert.deepEqual(counting.result, [[3, 1, 1], [1, 3, 1, 1, 0, 2]]);
  const archive = wholeArchive(sample, ballots, counting).bytes();
  await inFolder((folder) => {
    writeFileSync(join(folder, `${UUID}.bel`), archive);
    const verdict = tool(folder, 'election verify');
    assert.ok(verdict.ok, verdict.all);
    assert.match(verdict.all, /all checks passed/);
  });
});

const TEMPLATE = JSON.stringify({
  description: '',
  name: 'Wahl „Fremd“',
  questions: [{ answers: ['Ä', 'B'], blank: true, min: 1, max: 1, question: 'Wer?' }],
  administrator: 'Amt',
  credential_authority: 'server',
});

/** An election made wholly by the tool: a single trustee and two of three others. */
function setUp(folder: string) {
  const run = (command: string, input?: string): string => {
    const said = tool(folder, command, input);
    assert.ok(said.ok, `${command}: ${said.all}`);
    return said.out;
  };
  const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  const get = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const named = (ending: string): string[] => readdirSync(folder).filter((it) => it.endsWith(ending)).sort();
  const step = (number: number, more: string, input?: string): string =>
    run(`setup generate-trustee-key-threshold --group=BELENIOS-2048 --step=${number}${more}`, input);

  const uuid = run('setup generate-token').trim();
  run(`setup generate-credentials --count=3 --group=BELENIOS-2048 --uuid=${uuid}`);
  put('public_creds.json', get(named('.pubcreds')[0]!));
  const codes = get(named('.privcreds')[0]!).trim().split('\n').map((it) => it.split(' ').at(-1)!);
  run('setup generate-trustee-key --group=BELENIOS-2048');
  put('public_keys.jsons', get(named('.pubkey')[0]!));
  [1, 2, 3].forEach(() => step(1, ''));
  const keys = named('.key');
  put('certs.jsons', named('.cert').map(get).join(''));
  put('polynomials.jsons', keys.map((it) => step(3, ` --certs=certs.jsons --key=${it} --threshold=2`)).join(''));
  step(4, ' --certs=certs.jsons --polynomials=polynomials.jsons');
  const outputs = keys.map((it) => step(5, ` --certs=certs.jsons --key=${it}`, get(it.replace('.key', '.vinput'))));
  put('threshold.json', step(6, ' --certs=certs.jsons --polynomials=polynomials.jsons', outputs.join('')));
  put('template.json', TEMPLATE);
  run('setup make-trustees');
  run(`setup make-election --group=BELENIOS-2048 --uuid=${uuid} --template=template.json`);
  run('archive init');
  return { uuid, codes, keys, run, put, get, named };
}

test('the verifier accepts an election of belenios-tool, and the tool ballots of the booth in it', { skip: !TOOL_IS_THERE }, () =>
  inFolder(async (folder) => {
    const { uuid, codes, keys, run, put, get, named } = setUp(folder);
    const election = readElection(get('election.json').trim());
    const workshop = new Workshop(election, 5);
    const own = await Promise.all(
      codes.slice(1).map(async (code, i) => {
        const secret = await secretOf(code, uuid, election.group);
        const choice = marks(election.questions[0]!, i === 0 ? 'blank' : [1]);
        const scalars = randomScalars(election.group.order);
        return createBallot(workshop, secret, [choice], scalars, scalars);
      }),
    );
    put('choice.json', '[[0,1,0]]');
    put('code', codes[0]!);
    const foreign = run('election generate-ballot --privcred=code --ballot=choice.json').trim();

    [foreign, ...own].forEach((it) => run('archive add-event --type=Ballot', it));
    run('archive add-event --type=EndBallots');
    run('archive add-event --type=EncryptedTally', run('election compute-encrypted-tally'));
    const single = run(`election decrypt --privkey=${named('.privkey')[0]} --trustee-id=1`);
    run('archive add-event --type=PartialDecryption', single);
    keys.slice(1).forEach((key, i) => {
      const dkey = key.replace('.key', '.dkey');
      const partial = run(`election decrypt-threshold --key=${key} --decryption-key=${dkey} --trustee-id=${i + 3}`);
      run('archive add-event --type=PartialDecryption', partial);
    });
    run('archive add-event --type=Result', run('election compute-result'));
    run('election verify');

    const report = await verify(readFileSync(join(folder, `${uuid}.bel`)));

    assert.ok(report.checks.every((it) => it.outcome !== 'FAILED') && report.complete, JSON.stringify(report.checks));
    assert.ok(!report.accepted, 'the tool makes no strong proofs');
    assert.deepEqual(report.result, [[1, 1, 1]]);
    assert.deepEqual(report.owners, [1, 3, 4]);
  }));
