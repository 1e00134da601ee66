import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { cast, counted, opened, tellers, THREE_OF_FIVE, wholeArchive, YES_NO_ABSTENTION } from './sample-election';

const TOOL_IS_THERE = spawnSync('belenios-tool', ['--version']).status === 0;

/** What Debian's belenios-tool says of an archive. */
function foreignVerdict(uuid: string, archive: Uint8Array): { accepted: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'election-'));
  try {
    writeFileSync(join(folder, `${uuid}.bel`), archive);
    const run = spawnSync('belenios-tool', ['election', 'verify'], { cwd: folder, encoding: 'utf8' });
    return { accepted: run.status === 0, said: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
  const archive = wholeArchive(sample, ballots, counting);
  const { accepted, said } = foreignVerdict(UUID, archive.bytes());
  assert.ok(accepted, said);
  assert.match(said, /all checks passed/);
});
